import { describe, expect, it } from "vitest";
import type { SubmissionState } from "@/lib/submission/rules";
import {
  bestByOf,
  countParts,
  currentCase,
  doingOf,
  foldOpenings,
  groupItems,
  nextThing,
  partOf,
  partOfDay,
  phaseOf,
  readyInOf,
  shortReason,
  toDo,
} from "./rules";
import type { PortalItem } from "./types";

type Overrides = Partial<Omit<PortalItem, "part">>;

function item(id: string, overrides: Overrides = {}): PortalItem {
  const base = {
    id,
    kind: "passport",
    title: id,
    ...{ personId: null, bestBy: null, requestedOn: null, appliedOn: null, receivedAt: null, returned: null },
    ...{ state: "requested" as const, responsible: "client" as const, required: true, readyIn: 5 },
    waiting: { holder: "client" as const, since: null },
    ...overrides,
  };
  return { ...base, part: partOf(base) };
}

const preparing: SubmissionState = {
  stage: "APPLICATION_PREPARATION",
  requiredCount: 2,
  acceptedCount: 1,
  factsVersion: 3,
  openObjections: 0,
  signOff: null,
  approval: null,
};

const signedOff: SubmissionState = {
  ...preparing,
  acceptedCount: 2,
  signOff: { factsVersion: 3, at: new Date("2026-12-01T15:00:00Z"), byName: null },
};

describe("where a document is", () => {
  it("is with whoever has to act, as the firm's own list says", () => {
    const parts = (
      [
        ["to_request", "client"],
        ["to_request", "other"],
        ["requested", "client"],
        ["requested", "other"],
        ["requested", "firm"],
        ["received", "client"],
        ["in_review", "other"],
        ["accepted", "client"],
        ["waived", "other"],
      ] as const
    ).map(([state, responsible]) => item("x", { state, responsible }).part);
    expect(parts).toEqual([
      ...["with_us", "with_us", "for_you", "on_the_way", "with_us"],
      ...["with_us", "with_us", "accepted", "accepted"],
    ]);
  });

  it("is the client's once it came back, also where an employer writes it", () => {
    expect(item("letter", { state: "returned", responsible: "other" }).part).toBe("for_you");
    expect(item("form", { state: "returned", responsible: "firm" }).part).toBe("with_us");
  });

  it("is on the way once the client applied for it, and is no more what they could get ahead with", () => {
    expect(item("police", { state: "requested", appliedOn: "2026-11-12" }).part).toBe("on_the_way");
    const open = item("police", { state: "to_request" });
    expect(nextThing([open], preparing).kind).toBe("ahead");
    expect(nextThing([{ ...open, appliedOn: "2026-11-12" }], preparing).kind).toBe("nothing");
  });

  it("counts every required one exactly once, so that the parts add up to the whole", () => {
    const states = [
      "to_request",
      "requested",
      "received",
      "in_review",
      "accepted",
      "returned",
      "waived",
    ] as const;
    const items = states.flatMap((state) =>
      (["client", "firm", "other"] as const).flatMap((responsible) => [
        item(`${state} ${responsible}`, { state, responsible }),
        item(`optional ${state} ${responsible}`, { state, responsible, required: false }),
      ]),
    );
    const counts = countParts(items);
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(states.length * 3);
    expect(counts.accepted).toBe(6);
  });
});

describe("the day by which the client had best act", () => {
  const plan = "2026-12-11";

  it("is the latest safe start for what was not sent yet", () => {
    expect(bestByOf({ state: "requested", leadDays: 5 }, plan)).toBe("2026-12-06");
  });

  it("leaves a week for a repair, or its own time if that is shorter, and two days to check it", () => {
    expect(bestByOf({ state: "returned", leadDays: 21 }, plan)).toBe("2026-12-02");
    expect(bestByOf({ state: "returned", leadDays: 3 }, plan)).toBe("2026-12-06");
  });

  it("is none once it is in, or without a plan", () => {
    expect(bestByOf({ state: "received", leadDays: 5 }, plan)).toBeNull();
    expect(bestByOf({ state: "requested", leadDays: 5 }, null)).toBeNull();
  });
});

describe("the one thing for today", () => {
  const asked = item("asked", { bestBy: "2026-11-25", readyIn: 23 });
  const later = item("later", { bestBy: "2026-12-06", readyIn: 5 });
  const returned = item("returned", { state: "returned", bestBy: "2026-12-02", readyIn: 9 });
  const optional = item("optional", { bestBy: "2026-11-20", required: false, readyIn: 90 });
  const ahead = item("ahead", { state: "to_request" });

  it("is what will be ready last, as the application waits for that one", () => {
    expect(nextThing([later, returned, asked], preparing)).toMatchObject({ kind: "send", item: asked });
    expect(nextThing([later, returned], preparing)).toMatchObject({ kind: "redo", item: returned });
    const undatedOne = item("undated");
    expect(toDo([undatedOne, optional, later, asked]).map(({ id }) => id)).toEqual([
      ...["asked", "later", "undated", "optional"],
    ]);
  });

  it("of two that take as long is the one that came back, then the one with the earlier day", () => {
    const back = item("back", { state: "returned", readyIn: 23 });
    const soon = item("soon", { bestBy: "2026-11-24", readyIn: 23 });
    expect(toDo([asked, soon, back]).map(({ id }) => id)).toEqual(["back", "soon", "asked"]);
  });

  it("says by how many days nothing else takes as long, also of what others have to do", () => {
    expect(nextThing([later, returned, asked], preparing)).toMatchObject({ holdsUp: 14 });
    const police = item("police", { responsible: "other", readyIn: 32 });
    expect(nextThing([asked, police], preparing)).toMatchObject({ item: asked, holdsUp: 0 });
    expect(nextThing([optional], preparing)).toMatchObject({ item: optional, holdsUp: 0 });
  });

  it("takes what is left of a lead time as the firm's own forecast does", () => {
    const line = { title: "Police certificate", leadDays: 30 };
    expect(readyInOf({ ...line, state: "to_request" }, null, "2026-11-23")).toBe(32);
    expect(readyInOf({ ...line, state: "requested" }, "2026-11-13", "2026-11-23")).toBe(22);
    expect(readyInOf({ ...line, state: "returned" }, null, "2026-11-23")).toBe(9);
    expect(readyInOf({ ...line, state: "received" }, null, "2026-11-23")).toBe(2);
    expect(readyInOf({ ...line, state: "accepted" }, null, "2026-11-23")).toBe(0);
  });

  it("asks to confirm the facts once the firm has signed off these very facts, before anything optional ahead", () => {
    const accepted = item("accepted", { state: "accepted" });
    expect(nextThing([accepted, ahead], signedOff)).toEqual({ kind: "confirm" });
    expect(nextThing([accepted], { ...signedOff, factsVersion: 4 })).toEqual({
      kind: "nothing",
      meanwhile: "reading",
    });
  });

  it("offers what could be sent ahead when nothing was asked for", () => {
    expect(nextThing([ahead], preparing)).toMatchObject({ kind: "ahead", item: ahead });
  });

  it.each([
    ["ITA_RECEIVED", [], "invited"],
    ["APPLICATION_PREPARATION", [], "listing"],
    [
      "APPLICATION_PREPARATION",
      [item("a", { state: "received" }), item("b", { responsible: "other" })],
      "checking",
    ],
    ["APPLICATION_PREPARATION", [item("a", { responsible: "other" })], "waiting"],
    ["APPLICATION_PREPARATION", [item("a", { responsible: "firm" })], "preparing"],
    ["READY_TO_SUBMIT", [item("a", { state: "accepted" })], "sending"],
  ] as const)("says at %s what happens while there is nothing: %#", (stage, items, meanwhile) => {
    expect(nextThing(items, { ...preparing, stage })).toEqual({ kind: "nothing", meanwhile });
  });
});

describe("why a document came back, in a row", () => {
  it("is the first sentence where it fits, else left to the document's own page", () => {
    expect(shortReason("The dates differ from what you told us. Please check which are right.")).toBe(
      "The dates differ from what you told us",
    );
    expect(shortReason("no hours")).toBe("no hours");
    expect(shortReason(`${"Please send all of it ".repeat(5)}.`)).toBeNull();
  });
});

describe("what the firm is doing", () => {
  it("names what it checks since when, what it writes, and what it finds out", () => {
    const first = new Date("2026-11-20T15:00:00Z");
    const doing = doingOf(
      [
        item("police", { state: "received", receivedAt: new Date("2026-11-23T13:12:00Z") }),
        item("letter", { state: "in_review", receivedAt: first }),
        item("form", { responsible: "firm" }),
        item("steps", { state: "to_request", responsible: "other" }),
        item("mine"),
      ],
      preparing,
    );
    expect(doing).toEqual([
      { kind: "checking", titles: ["police", "letter"], since: first },
      { kind: "writing", titles: ["form"] },
      { kind: "steps", titles: ["steps"] },
    ]);
  });

  it("reads the whole once everything required is accepted, until it has signed off", () => {
    const items = [item("a", { state: "accepted" }), item("b", { state: "to_request", required: false })];
    expect(doingOf(items, preparing)).toEqual([{ kind: "reading" }]);
    expect(doingOf(items, signedOff)).toEqual([]);
  });
});

describe("the list by person", () => {
  it("keeps every document, the client's own work first, also of somebody who has left the file", () => {
    const people = [
      { id: "neha", givenName: "Neha", relation: "you" as const },
      { id: "tara", givenName: "Tara", relation: "child" as const },
    ];
    const items = [
      item("done", { personId: "neha", state: "accepted" }),
      item("open", { personId: "neha" }),
      item("back", { personId: "neha", state: "returned" }),
      item("gone", { personId: "somebody" }),
      item("shared"),
    ];
    const groups = groupItems(items, people);
    expect(
      groups.map(({ person, items: rows, accepted, required }) => [
        person?.id ?? null,
        rows.map(({ id }) => id),
        `${accepted} of ${required}`,
      ]),
    ).toEqual([
      ["neha", ["back", "open", "done"], "1 of 3"],
      [null, ["gone", "shared"], "0 of 2"],
    ]);
  });
});

describe("the page around it", () => {
  it("follows the stage", () => {
    expect(
      ["IN_POOL", "ITA_RECEIVED", "SUBMITTED", "ITA_EXPIRED"].map((stage) => phaseOf(stage as "IN_POOL")),
    ).toEqual(["before", "window", "sent", "ended"]);
  });

  it("is about the case that goes on, or else the newest", () => {
    const [closed, open] = [{ stage: "CLOSED" }, { stage: "IN_POOL" }] as const;
    expect(currentCase([closed, open])).toBe(open);
    expect(currentCase([closed])).toBe(closed);
    expect(currentCase([])).toBeNull();
  });

  it("greets by the hour", () => {
    expect([11, 12, 17, 18].map(partOfDay)).toEqual(["morning", "afternoon", "afternoon", "evening"]);
  });

  it("says one entry for a person, a document and a day, with every look and every saved copy", () => {
    const opening = (time: string, name: string, saved = false) => ({
      ...{ at: new Date(`2026-11-${time}:00Z`), name, title: "Passport", role: "owner" as const, saved },
    });
    const folded = foldOpenings(
      [
        opening("23T15:00", "Priya Raman", true),
        opening("23T14:59", "Priya Raman"),
        opening("23T14:52", "Priya Raman"),
        opening("23T14:00", "Anjali Jain"),
        opening("23T13:00", "Priya Raman"),
        opening("22T14:00", "Priya Raman"),
      ],
      (at) => at.toISOString().slice(0, 10),
    );
    const said = folded.map(({ name, times }) => [
      name,
      ...times.map(({ at, saved }) => `${at.toISOString().slice(8, 16)}${saved ? " saved" : ""}`),
    ]);
    expect(said).toEqual([
      ["Priya Raman", "23T15:00 saved", "23T14:52", "23T13:00"],
      ["Anjali Jain", "23T14:00"],
      ["Priya Raman", "22T14:00"],
    ]);
  });
});
