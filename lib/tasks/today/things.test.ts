import { describe, expect, it } from "vitest";
import { STAGE_LABELS } from "@/lib/cases/rules";
import type { CaseStage } from "@/lib/cases/types";
import {
  byDue,
  CASELOAD,
  dateTask,
  decisionTask,
  replyTask,
  reviewTask,
  stalledTask,
  stepTask,
} from "./rules";

const day = { today: "2026-11-23", timeZone: "America/Toronto" };
const about = {
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
    expect(reviewTask(row, day)).toMatchObject({
      title: "Medical sheet",
      why: "Arjun. New. Received yesterday",
      due: { on: "2026-12-26", what: "day 60" },
      action: { label: "Review", href: expect.stringContaining("r1") as string },
    });
    expect(reviewTask({ ...row, decidedAt: new Date("2026-11-12T15:00:00Z") }, day).why).toBe(
      "Arjun. Sent again, returned 11 days ago. Received yesterday",
    );
  });

  it("lets the client speak in their own words, cut at a word's end", () => {
    const row = {
      ...about,
      caseId: "c1",
      body: `Can my employer\n${"write ".repeat(30)}`,
      since: new Date("2026-11-23T12:55:00Z"),
    };
    const task = replyTask(row, day);
    expect(task.title).toMatch(/^“Can my employer write .*write…”$/);
    expect(task.title.length).toBeLessThan(85);
    expect(task.why).toBe("Waiting since today");
  });

  it.each([
    ["ITA_RECEIVED", 0, 0, "Decide on the invitation"],
    ["APPLICATION_PREPARATION", 24, 24, "Sign off the package, 24 of 24 accepted"],
    ["APPLICATION_PREPARATION", 24, 22, "Day 60 is near, 22 of 24 accepted"],
    ["READY_TO_SUBMIT", 24, 24, "Send the application and record it"],
  ] as const)(
    "asks at %s with %i required, %i accepted: %s",
    (stage, requiredCount, acceptedCount, title) => {
      expect(decisionTask({ ...about, stage, requiredCount, acceptedCount }).title).toBe(title);
    },
  );

  it("leads from an undecided invitation to the page where it is decided", () => {
    const row = { ...about, stage: "ITA_RECEIVED" as const, requiredCount: 0, acceptedCount: 0 };
    expect(decisionTask(row).action.href).toBe(`/cases/${about.number}/invitation`);
  });

  it("counts how long nothing was heard", () => {
    const row = {
      ...about,
      requirementId: "r1",
      title: "Bank letter",
      decidedAt: new Date("2026-11-11T12:00:00Z"),
    };
    expect(stalledTask(row, day)).toMatchObject({ why: "Nothing heard for 12 days" });
  });

  it("says that a date has passed", () => {
    const row = {
      ...about,
      deadlineId: "d1",
      kind: "language_test" as const,
      title: "IELTS ends",
      rule: "Two years",
      dueOn: "2026-11-20",
    };
    expect(dateTask(row, day).title).toBe("IELTS ends: it has passed");
  });

  it("names the next step of a case that waits for us", () => {
    const row = {
      ...about,
      nextDeadlineOn: null,
      stage: "CONSULTATION" as const,
      stageSince: new Date("2026-11-20T12:00:00Z"),
      source: null,
    };
    expect(stepTask(row, day)).toMatchObject({
      title: "Send the service agreement",
      why: "Consultation since 20 Nov 2026",
      due: null,
    });
  });
});

describe("the order of a group", () => {
  it("is the soonest first, and no date last", () => {
    const at = (on: string | null) => ({ due: on === null ? null : { on, what: "" }, key: on ?? "none" });
    const sorted = [at(null), at("2026-12-26"), at("2026-11-24")].map((part) => ({
      ...dateTask({ ...about, deadlineId: "d", kind: "eca", title: "", rule: "", dueOn: "2026-12-01" }, day),
      ...part,
    }));
    expect(sorted.sort(byDue).map((task) => task.key)).toEqual(["2026-11-24", "2026-12-26", "none"]);
  });
});

describe("the caseload", () => {
  it("counts each open stage in exactly one line, and no ended one", () => {
    const counted = CASELOAD.flatMap((line) => line.stages);
    const ended: CaseStage[] = ["LANDED", "REFUSED", "WITHDRAWN", "CLOSED"];
    expect(new Set(counted).size).toBe(counted.length);
    expect([...counted, ...ended].sort()).toEqual(Object.keys(STAGE_LABELS).sort());
  });
});
