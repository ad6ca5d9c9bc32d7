import { describe, expect, it } from "vitest";
import type { FileDescription, PlannedPage, SlotSource } from "../types";
import { keepArrangement, outdatedTitles, placePages, planSlots, type PlannedLine } from "./rules";

const PLANNED = "2026-12-15";

function sourceOf(versionId: string, title = versionId): SlotSource {
  return {
    ...{ versionId, title, number: 1, fileName: "a.pdf", mediaType: "application/pdf", extension: "pdf" },
    ...{ size: 1, sha256: "0", flags: [], placed: false },
  };
}

function line(kind: string, more: Partial<PlannedLine> = {}): PlannedLine {
  return {
    ...{ ruleKey: `${kind}:neha`, kind, title: kind, personId: "neha", personName: "Neha Kulkarni" },
    ...{ required: true, country: null, lastDay: null, requestedOn: null, accepted: sourceOf(kind) },
    ...more,
  };
}

const page = (versionId: string, at: number): PlannedPage => ({ versionId, page: at, turn: 0 });

describe("slots", () => {
  it("are in the order of the portal, the index before them", () => {
    const lines = [line("fee_receipt"), line("police"), line("passport"), line("language")];
    expect(planSlots(lines, PLANNED).map(({ slotKey }) => slotKey)).toEqual([
      ...["index", "passport:neha", "language:neha", "police:neha", "letter", "fee_receipt:neha"],
    ]);
  });

  it("hold what belongs together: one file per slot, so merge", () => {
    const lines = [line("cohabitation"), line("imm5409"), line("letter_of_explanation")];
    const slots = planSlots(lines, PLANNED);
    expect(slots.map(({ slotKey, sources }) => [slotKey, sources.map(({ versionId }) => versionId)])).toEqual(
      [
        ["index", []],
        ["imm5409:neha", ["imm5409", "cohabitation"]],
        ["letter", ["letter_of_explanation"]],
      ],
    );
  });

  it("keep one to themselves where nothing takes them in", () => {
    const other = line("imm5409", { personId: "arjun", ruleKey: "imm5409:arjun" });
    expect(planSlots([line("cohabitation"), other], PLANNED).map(({ slotKey }) => slotKey)).toContain(
      "cohabitation:neha",
    );
  });

  it("say what is missing, with the proof of its request, and what is stale on the planned day", () => {
    const missing = line("police", {
      accepted: null,
      requestedOn: "2026-11-03",
      title: "Police certificate, UAE",
    });
    const stale = line("language", { lastDay: "2026-12-02", title: "CELPIP" });
    const holds = line("passport", { lastDay: PLANNED });
    const slots = planSlots([missing, stale, holds], PLANNED);
    expect(slots.flatMap(({ findings }) => findings)).toEqual([
      { code: "stale", words: "Ends 2 Dec 2026, 13 d before it is sent" },
      { code: "missing", words: "Not accepted yet, requested on 3 Nov 2026" },
    ]);
    const evidence = line("cohabitation", { accepted: null, title: "Joint evidence" });
    expect(planSlots([line("imm5409"), evidence], PLANNED)[1]?.findings).toEqual([
      { code: "missing", words: "Joint evidence: not accepted yet" },
    ]);
  });

  it("leave out what nobody asks for and nobody has sent", () => {
    const optional = line("relative", { required: false, accepted: null });
    expect(planSlots([optional], PLANNED).map(({ slotKey }) => slotKey)).toEqual(["index", "letter"]);
  });
});

const described = (versionId: string, pages: number): [string, FileDescription] => [
  versionId,
  {
    versionId,
    type: "pdf",
    pages: Array.from({ length: pages }, () => ({ width: 1, height: 1, hasText: false })),
    failure: null,
  },
];

describe("the pages of a slot", () => {
  it("come in their own order, each file once", () => {
    const slot = { sources: [sourceOf("a"), sourceOf("b")], pages: [] };
    const placed = placePages(slot, new Map([described("a", 2), described("b", 1)]));
    expect(placed.pages).toEqual([page("a", 0), page("a", 1), page("b", 0)]);
    expect(placePages(placed, new Map([described("a", 2), described("b", 1)])).pages).toEqual(placed.pages);
  });

  it("stay where they were put when the checklist changes; what is no longer accepted goes", () => {
    const planned = planSlots(
      [line("passport"), line("police", { accepted: sourceOf("police-2") })],
      PLANNED,
    );
    const before = [
      {
        slotKey: "passport:neha",
        sources: [{ ...sourceOf("passport"), placed: true }],
        pages: [page("passport", 1), page("passport", 0), page("police-1", 0)],
      },
      { slotKey: "police:neha", sources: [{ ...sourceOf("police-1"), placed: true }], pages: [] },
    ];
    const kept = keepArrangement(planned, before);
    const of = (key: string) => kept.find(({ slotKey }) => slotKey === key);
    expect(of("passport:neha")?.pages).toEqual([page("passport", 1), page("passport", 0)]);
    expect(of("passport:neha")?.sources.map(({ placed }) => placed)).toEqual([true]);
    expect(of("police:neha")?.sources.map(({ placed }) => placed)).toEqual([false]);
  });

  it("come home from a slot that is gone", () => {
    const planned = planSlots([line("passport")], PLANNED);
    const before = [
      { slotKey: "passport:neha", sources: [{ ...sourceOf("passport"), placed: true }], pages: [] },
      { slotKey: "relative:neha", sources: [], pages: [page("passport", 0)] },
    ];
    const kept = keepArrangement(planned, before).find(({ slotKey }) => slotKey === "passport:neha");
    expect(kept?.pages).toEqual([page("passport", 0)]);
  });
});

it("a package says which documents are other ones now", () => {
  const planned = planSlots(
    [line("passport"), line("police", { accepted: sourceOf("new", "Police") })],
    PLANNED,
  );
  const slots = [
    { slotKey: "passport:neha", sources: [sourceOf("passport")] },
    { slotKey: "police:neha", sources: [sourceOf("old", "Police")] },
    { slotKey: "photo:neha", sources: [sourceOf("photo", "Photo")] },
  ];
  expect(outdatedTitles(slots, planned)).toEqual(["Police", "Photo"]);
  expect(outdatedTitles(planned, planned)).toEqual([]);
});
