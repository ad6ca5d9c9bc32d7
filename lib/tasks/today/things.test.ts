import { describe, expect, it } from "vitest";
import {
  dateThing,
  decisionThing,
  replyThing,
  reviewThing,
  stalledThing,
  stepThing,
  taskThing,
} from "./things";

const day = { today: "2026-11-23", timeZone: "America/Toronto" };
const about = {
  key: "thing-1",
  caseId: "c1",
  number: "26-0347",
  displayName: "Arjun Mehta",
  nextDeadlineOn: "2026-12-26",
  nextDeadlineKind: "ita",
};

describe("a thing of the queue", () => {
  it("says of a document that is new, whose it is, and where it is reviewed", () => {
    const row = {
      ...about,
      requirementId: "r1",
      title: "Medical sheet",
      receivedAt: new Date("2026-11-22T15:00:00Z"),
      decidedAt: null,
      personName: "Arjun",
    };
    expect(reviewThing(row, day)).toMatchObject({
      title: "Medical sheet",
      why: "Arjun. New. Received yesterday",
      due: { on: "2026-12-26", what: "day 60", hard: true },
      action: { label: "Review", href: expect.stringContaining("r1") as string },
    });
    expect(reviewThing({ ...row, decidedAt: new Date("2026-11-12T15:00:00Z") }, day).why).toBe(
      "Arjun. Sent again, returned 11 days ago. Received yesterday",
    );
  });

  it("takes every next date of a file for a hard one, whatever it is of: a landing can be missed too", () => {
    const row = {
      ...about,
      nextDeadlineKind: "copr",
      caseId: "c1",
      item: null,
      body: "Hello",
      since: new Date(0),
    };
    expect(replyThing(row, day).due).toMatchObject({ on: "2026-12-26", hard: true });
  });

  it("lets the client speak in their own words, cut at a word's end", () => {
    const row = {
      ...about,
      caseId: "c1",
      item: null,
      body: `Can my employer\n${"write ".repeat(30)}`,
      since: new Date("2026-11-23T12:55:00Z"),
    };
    const task = replyThing(row, day);
    expect(task.title).toMatch(/^“Can my employer write .*write…”$/);
    expect(task.title.length).toBeLessThan(85);
    expect(task.why).toBe("Waiting since today");
    expect(task.action.href).toMatch(/messages\?item=general$/);
    expect(replyThing({ ...row, item: "i1" }, day).action.href).toMatch(/messages\?item=i1$/);
  });

  it.each([
    ["ITA_RECEIVED", 0, 0, "Decide on the invitation"],
    ["APPLICATION_PREPARATION", 24, 24, "Sign off the package, 24 of 24 accepted"],
    ["APPLICATION_PREPARATION", 24, 22, "Day 60 is near, 22 of 24 accepted"],
    ["READY_TO_SUBMIT", 24, 24, "Send the application and record it"],
  ] as const)(
    "asks at %s with %i required, %i accepted: %s",
    (stage, requiredCount, acceptedCount, title) => {
      const stageSince = new Date("2026-11-20T12:00:00Z");
      expect(decisionThing({ ...about, stage, stageSince, requiredCount, acceptedCount }).title).toBe(title);
    },
  );

  it("leads from an undecided invitation to the page where it is decided", () => {
    const row = {
      ...about,
      ...{ stage: "ITA_RECEIVED" as const, stageSince: new Date("2026-11-20T12:00:00Z") },
      ...{ requiredCount: 0, acceptedCount: 0 },
    };
    expect(decisionThing(row).action.href).toBe(`/cases/${about.number}/invitation`);
  });

  it("counts how long an item lies with the client, and how many do", () => {
    const row = {
      ...about,
      title: "Bank letter",
      since: new Date("2026-11-11T12:00:00Z"),
      items: 1,
      ...{ kind: "funds", leadDays: 10, applied: false },
    };
    expect(stalledThing({ ...row, returned: true }, day)).toMatchObject({
      title: "Bank letter: returned, not sent again",
      why: "With the client for 12 days",
    });
    expect(stalledThing({ ...row, returned: false, items: 3 }, day)).toMatchObject({
      title: "Bank letter: asked for, nothing came",
      why: "With the client for 12 days. 3 items wait",
    });
    expect(stalledThing({ ...row, returned: false, applied: true }, day)).toMatchObject({
      title: "Bank letter: applied for, no answer",
      why: "Bank has had it for 12 days, 10 are usual",
      action: { label: "Follow up" },
    });
  });

  it("says why a task is there, and that it is for today once its day has come", () => {
    const row = {
      ...about,
      ...{ taskId: "t1", title: "Call the bank", note: null, dueOn: "2026-11-23", version: 2 },
      ...{ origin: "mail_bounce" as const, createdAt: new Date("2026-11-20T12:00:00Z") },
    };
    expect(taskThing(row, day)).toMatchObject({
      ...{ group: "decide", title: "Call the bank", why: "A mail came back" },
      action: { label: "Done", task: { id: "t1", version: 2 } },
    });
    const byHand = taskThing({ ...row, origin: "person", dueOn: null }, day);
    expect(byHand).toMatchObject({ group: "coming", why: "On your list since 20 Nov 2026", due: null });
  });

  it("says that a date has passed", () => {
    const row = {
      ...about,
      deadlineId: "d1",
      kind: "language_test" as const,
      title: "IELTS ends",
      rule: "Two years",
      dueOn: "2026-11-20",
      hard: false,
    };
    expect(dateThing(row, day)).toMatchObject({ group: "decide", title: "IELTS ends: it has passed" });
  });

  it("names the next step of a case that waits for us", () => {
    const row = {
      ...about,
      nextDeadlineOn: null,
      stage: "CONSULTATION" as const,
      stageSince: new Date("2026-11-20T12:00:00Z"),
    };
    expect(stepThing(row, day)).toMatchObject({
      title: "Send the service agreement",
      why: "Consultation since 20 Nov 2026",
      due: null,
    });
  });
});
