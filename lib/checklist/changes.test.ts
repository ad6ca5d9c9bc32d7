/** The checklist follows the facts, and deletes nothing (issue 5, point 1). */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Program } from "@/lib/express-entry/eligibility/criterion";
import { requiredDocuments } from "@/lib/express-entry/documents/requirements";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { shippedTables } from "@/lib/express-entry/rule-tables";
import { person, single } from "@/lib/express-entry/testing/case-facts";
import { addDays, addMonths } from "@/lib/express-entry/timing/calendar-date";
import { AROUND } from "@/lib/testing/any-facts";
import { anyLife } from "@/lib/testing/any-life";
import { changesOf, inTitles, MANUAL_KEY } from "./changes";
import { askedFor, EMPTY_TEMPLATE } from "./template/rules";
import type { TemplateContent, TemplateItem } from "./template/types";
import type { RequirementRow, RequirementState } from "./types";

const PLANNED = addDays(AROUND, 40);

function asked(facts: CaseFacts, invitationClass: Program, template: TemplateContent = EMPTY_TEMPLATE) {
  const context = {
    ...({ on: AROUND, plannedSubmission: PLANNED, hasRepresentative: true, invitationClass } as const),
    tables: shippedTables,
  };
  const documents = requiredDocuments(facts, context, (code) => code);
  return askedFor(documents, { facts, plannedOn: PLANNED, invitationClass }, template);
}

const blank: RequirementRow = {
  ...{ id: "", caseId: "c", clientId: "k", personId: null, ruleKey: "", kind: "other", subject: null },
  ...{ country: null, title: "", reason: "", goodExample: null, extraPoints: [], responsible: "client" },
  ...{ required: true, noLongerNeeded: false, state: "to_request", leadDays: 0, position: 0, dueOn: null },
  ...{ issuedOn: null, letterId: null, validUntil: null, waivedReason: null },
  ...{ requestedAt: null, appliedOn: null, receivedAt: null, decidedAt: null, version: 1 },
  createdAt: new Date(0),
};

/** What the database holds after the changes of one refresh. */
function after(rows: readonly RequirementRow[], changes: ReturnType<typeof changesOf>): RequirementRow[] {
  const to = new Map(changes.change.map(({ row, to: fields }) => [row.id, fields]));
  const dropped = new Set(changes.drop.map(({ id }) => id));
  return [
    ...rows.map((row) => ({
      ...row,
      ...to.get(row.id),
      ...(dropped.has(row.id) ? { noLongerNeeded: true } : {}),
    })),
    ...changes.add.map((fields) => ({ ...blank, ...fields, id: fields.ruleKey })),
  ];
}

const refresh = (
  rows: readonly RequirementRow[],
  facts: CaseFacts,
  program: Program,
  template?: TemplateContent,
) => after(rows, changesOf(rows, asked(facts, program, template), PLANNED));

const STATES = ["to_request", "requested", "received", "accepted", "returned", "waived"] as const;
const programs = fc.constantFrom<Program[]>("CEC", "FSW", "FST", "PNP");

/** People work on the lines meanwhile. */
function worked(rows: readonly RequirementRow[], states: readonly RequirementState[]): RequirementRow[] {
  return rows.map((row, index) => ({ ...row, state: states[index % states.length] ?? row.state }));
}

describe("through any life", () => {
  const lives = fc.record({
    life: anyLife,
    program: programs,
    states: fc.array(fc.constantFrom<RequirementState[]>(...STATES), { minLength: 1, maxLength: 7 }),
  });

  it("no line is ever deleted, and what people did to it stays", () => {
    fc.assert(
      fc.property(lives, ({ life, program, states }) => {
        let facts = life.facts;
        let rows = worked(refresh([], facts, program), states);
        for (const change of life.changes) {
          facts = change(facts);
          const next = refresh(rows, facts, program);
          const byId = new Map(next.map((row) => [row.id, row]));
          for (const row of rows) expect(byId.get(row.id)?.state).toBe(row.state);
          rows = worked(next, states);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("what is needed is exactly what the facts of the day call for", () => {
    fc.assert(
      fc.property(lives, ({ life, program }) => {
        let facts = life.facts;
        let rows = refresh([], facts, program);
        for (const change of life.changes) {
          facts = change(facts);
          rows = refresh(rows, facts, program);
          const live = rows.filter(({ noLongerNeeded }) => !noLongerNeeded).map(({ ruleKey }) => ruleKey);
          expect(live.sort()).toEqual(
            asked(facts, program)
              .map(({ key }) => key)
              .sort(),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it("facts that return call for the same line again, and a second look changes nothing", () => {
    fc.assert(
      fc.property(lives, ({ life, program, states }) => {
        const first = worked(refresh([], life.facts, program), states);
        const changed = life.changes.reduce((facts, change) => change(facts), life.facts);
        const back = refresh(refresh(first, changed, program), life.facts, program);
        for (const row of first) expect(back.find(({ id }) => id === row.id)).toEqual(row);
        expect(changesOf(back, asked(life.facts, program), PLANNED)).toEqual({
          add: [],
          change: [],
          drop: [],
        });
      }),
      { numRuns: 60 },
    );
  });

  it("an address of six months or more abroad adds a certificate of its country for an adult, a shorter one none", () => {
    const principal = person({ id: "p", birthDate: "1990-05-01" });
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 3000 }), fc.integer({ min: 1, max: 400 }), (ago, days) => {
        const from = addDays(PLANNED, -ago - days);
        const to = addDays(from, days);
        const address = { id: "a", country: "AE", city: null, from, to };
        const before = refresh([], single(principal), "CEC");
        const next = refresh(before, single({ ...principal, addresses: [address] }), "CEC");
        const keys = next.filter(({ noLongerNeeded }) => !noLongerNeeded).map(({ ruleKey }) => ruleKey);
        expect(keys.includes("police:p:AE")).toBe(addMonths(from, 6) <= addDays(to, 1));
      }),
    );
  });
});

describe("what single facts do", () => {
  const alone = single({ id: "p", birthDate: "1990-05-01", maritalStatus: "single" });
  const withStatus = (maritalStatus: "divorced" | "married"): CaseFacts => ({
    ...alone,
    people: alone.people.map((one) => ({ ...one, maritalStatus })),
  });

  it("a divorce adds a paper; married again it is marked, and what was received of it stays", () => {
    const divorced = refresh(refresh([], alone, "CEC"), withStatus("divorced"), "CEC");
    const paper = divorced.find(({ kind }) => kind === "end_of_union");
    expect(paper).toMatchObject({ noLongerNeeded: false, state: "to_request" });
    const received = divorced.map((row) => (row === paper ? { ...row, state: "received" as const } : row));
    const married = refresh(received, withStatus("married"), "CEC");
    expect(married.find(({ id }) => id === paper?.id)).toMatchObject({
      noLongerNeeded: true,
      state: "received",
    });
    expect(refresh(married, withStatus("divorced"), "CEC").find(({ id }) => id === paper?.id)).toMatchObject({
      noLongerNeeded: false,
      state: "received",
    });
  });

  it("lines added by hand are nobody's to take away", () => {
    const byHand = { ...blank, id: "m", ruleKey: `${MANUAL_KEY}m`, title: "Military record" };
    expect(refresh([byHand], alone, "CEC").find(({ id }) => id === "m")).toEqual(byHand);
  });
});

describe("the firm's template", () => {
  const item = (over: Partial<TemplateItem> = {}): TemplateItem => ({
    ...{ id: "i1", title: "Military record", reason: "We always ask", owner: "principal" },
    ...{ condition: "always", province: null, responsible: "client", required: true, leadDays: 9 },
    ...{ goodExample: "Both pages", points: ["Stamped"] },
    ...over,
  });
  const alone = single({ id: "p", birthDate: "1990-05-01", maritalStatus: "single" });
  const titles = (template: TemplateContent, facts = alone, program: Program = "CEC") =>
    asked(facts, program, template)
      .filter(({ kind }) => kind === "other")
      .map(({ title, personId }) => [title, personId]);

  it("asks for an item in the files of its condition, of those it is for", () => {
    const all = { items: [item(), item({ id: "i2", title: "CV", owner: "family" })], wordings: [] };
    expect(titles(all)).toEqual([
      ["Military record", "p"],
      ["CV", null],
    ]);
    for (const condition of ["married", "children", "FSW", "PNP"] as const) {
      expect(titles({ items: [item({ condition })], wordings: [] })).toEqual([]);
    }
    expect(titles({ items: [item({ condition: "FSW" })], wordings: [] }, alone, "FSW")).toHaveLength(1);
    const family = {
      ...alone,
      people: [...alone.people, person({ id: "c", role: "child", birthDate: "2018-01-01" })],
    };
    const forChildren = { items: [item({ condition: "children", owner: "children" })], wordings: [] };
    expect(titles(forChildren, family)).toEqual([["Military record", "c"]]);
  });

  it("of a nominee's province alone, where one is named", () => {
    const nominee = (province: string): CaseFacts => ({
      ...alone,
      family: {
        ...alone.family,
        nomination: {
          ...{ province, enhanced: true, confirmedOn: "2026-01-01", acceptedOn: "2026-01-02" },
          ...{ certificateNumber: null, expiresOn: null },
        },
      },
    });
    const ontario = { items: [item({ condition: "PNP", province: "ON" })], wordings: [] };
    expect(titles(ontario, nominee("ON"), "PNP")).toHaveLength(1);
    expect(titles(ontario, nominee("BC"), "PNP")).toHaveLength(0);
    expect(titles(ontario, nominee("ON"), "CEC")).toHaveLength(0);
  });

  it("says a kind in the firm's words, and keeps what it is about", () => {
    const lived = single({
      id: "p",
      birthDate: "1990-05-01",
      addresses: [{ id: "a", country: "IN", city: null, from: "2010-01-01", to: null }],
    });
    const wordings = [
      { kind: "police" as const, title: "PCC", goodExample: "In colour", points: ["Apostille"] },
    ];
    const line = asked(lived, "CEC", { items: [], wordings }).find(({ kind }) => kind === "police");
    expect(line).toMatchObject({ title: "PCC, IN", goodExample: "In colour", extraPoints: ["Apostille"] });
  });

  it("takes over the line of an item that was added by hand, with what was received for it", () => {
    const byHand: RequirementRow = {
      ...blank,
      ...{ id: "m", ruleKey: `${MANUAL_KEY}m`, title: "military record", personId: "p", state: "received" },
    };
    const rows = refresh([byHand], alone, "CEC", { items: [item()], wordings: [] });
    expect(rows.filter(({ kind }) => kind === "other")).toMatchObject([
      {
        id: "m",
        ruleKey: "template:i1:p",
        title: "Military record",
        state: "received",
        extraPoints: ["Stamped"],
      },
    ]);
  });

  it("is told in titles before it is taken", () => {
    const before = refresh([], alone, "CEC", {
      items: [item(), item({ id: "i2", title: "CV" })],
      wordings: [],
    });
    const newer = {
      items: [item({ points: ["Stamped", "Signed"] }), item({ id: "i3", title: "Tax file" })],
      wordings: [],
    };
    expect(inTitles(changesOf(before, asked(alone, "CEC", newer), PLANNED))).toEqual({
      added: ["Tax file"],
      changed: ["Military record"],
      dropped: ["CV"],
    });
  });
});
