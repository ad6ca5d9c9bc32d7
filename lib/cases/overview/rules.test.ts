import { describe, expect, it } from "vitest";
import { blocksOf, trackOf } from "./rules";
import type { LineOfChecklist } from "./types";

const line = (rest: Partial<LineOfChecklist>): LineOfChecklist => ({
  id: "l1",
  personId: null,
  kind: "police",
  subject: null,
  title: "Police certificate, India",
  responsible: "client",
  state: "to_request",
  required: true,
  noLongerNeeded: false,
  appliedOn: null,
  leadDays: 22,
  dueOn: null,
  issuedOn: null,
  validUntil: null,
  receivedAt: null,
  decidedAt: null,
  ...rest,
});

describe("the stage track", () => {
  const history = [
    { toStage: "ENQUIRY" as const, on: "2026-03-04" },
    { toStage: "CONSULTATION" as const, on: "2026-03-06" },
    { toStage: "RETAINED" as const, on: "2026-03-10" },
    { toStage: "ASSESSMENT" as const, on: "2026-03-19" },
    { toStage: "PROFILE_PREPARATION" as const, on: "2026-09-30" },
    { toStage: "IN_POOL" as const, on: "2026-10-01" },
    { toStage: "ITA_RECEIVED" as const, on: "2026-10-07" },
    { toStage: "IN_POOL" as const, on: "2026-10-14" },
  ];

  it("has the date of each step, the last one of a step taken twice, and the plan ahead", () => {
    const track = trackOf({
      stage: "IN_POOL",
      stageSince: "2026-10-14",
      history,
      plannedSubmissionOn: "2026-12-16",
    });
    expect(track.map(({ label, state, on }) => [label, state, on])).toEqual([
      ["Enquiry", "done", "2026-03-04"],
      ["Retained", "done", "2026-03-10"],
      ["Assessment", "done", "2026-03-19"],
      ["Profile", "done", "2026-09-30"],
      ["In pool", "now", "2026-10-14"],
      ["Invited", "next", null],
      ["Preparation", "next", null],
      ["Submitted", "next", "2026-12-16"],
      ["In process", "next", null],
      ["Approved", "next", null],
      ["Landed", "next", null],
    ]);
  });

  it("ends where a case ended", () => {
    const track = trackOf({
      stage: "WITHDRAWN",
      stageSince: "2026-11-01",
      history,
      plannedSubmissionOn: null,
    });
    expect(track.at(-1)).toEqual({ label: "Withdrawn", state: "ended", on: "2026-11-01" });
    expect(track).toHaveLength(7);
  });
});

describe("what blocks", () => {
  const input = {
    number: "26-0345",
    stage: "APPLICATION_PREPARATION" as const,
    ribbon: null,
    today: "2026-11-23",
    mayReview: true,
  };

  it("puts a missed start before reviews, reviews before returns, and waiting last", () => {
    const blocks = blocksOf({
      ...input,
      lines: [
        line({ id: "a", state: "returned", title: "Reference letter" }),
        line({ id: "b", state: "received", title: "Degree", receivedAt: new Date("2026-11-21T12:00:00Z") }),
        line({ id: "c", dueOn: "2026-11-20" }),
        line({ id: "d", state: "requested", title: "Photo" }),
        line({ id: "e", dueOn: "2026-11-28", title: "Medical exam" }),
        line({ id: "f", state: "received", required: false }),
        line({ id: "g", state: "returned", noLongerNeeded: true }),
      ],
    });
    expect(blocks.map(({ urgency, title }) => [urgency, title])).toEqual([
      ["late", "Police certificate, India: latest safe start was missed"],
      ["info", "Degree waits for review"],
      ["watch", "Reference letter was returned"],
      ["watch", "Medical exam: start by 28 Nov 2026"],
      ["neutral", "1 document has not come yet"],
    ]);
  });

  it("gathers many of one kind into one row, and loses none", () => {
    const lines = ["a", "b", "c", "d", "e"].map((id) => line({ id, state: "returned", title: id }));
    expect(blocksOf({ ...input, lines }).map((block) => block.title)).toEqual([
      "a was returned",
      "b was returned",
      "3 more documents were returned",
    ]);
  });

  it("names the missing step when nothing else is in the way", () => {
    expect(blocksOf({ ...input, stage: "ENQUIRY", lines: [] })).toMatchObject([
      { title: "Consultation not recorded" },
    ]);
    expect(blocksOf({ ...input, lines: [line({ state: "accepted" })] })).toMatchObject([
      { title: "Application not signed off" },
    ]);
    expect(blocksOf({ ...input, stage: "IN_POOL", lines: [] })).toEqual([]);
  });
});
