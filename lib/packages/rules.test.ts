import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  arrange,
  canArrange,
  canFreeze,
  canRequestBuild,
  pagesLeftOut,
  problemsOf,
  wholeSource,
} from "./rules";
import type { Move } from "./rules";
import type { FileDescription, PackageSlot, PlannedPage, SlotSource } from "./types";

const source = (versionId: string, more: Partial<SlotSource> = {}): SlotSource => ({
  versionId,
  title: "Police certificate, India",
  number: 2,
  fileName: "scan.pdf",
  mediaType: "application/pdf",
  extension: "pdf",
  size: 1000,
  sha256: "0".repeat(64),
  flags: [],
  placed: true,
  ...more,
});

const page = (versionId: string, at: number, turn: PlannedPage["turn"] = 0): PlannedPage => ({
  versionId,
  page: at,
  turn,
});

const slot = (more: Partial<PackageSlot> = {}): PackageSlot => ({
  id: "s",
  packageId: "p",
  caseId: "c",
  position: 1,
  slotKey: "police:x",
  kind: "police",
  title: "Police certificate, India",
  personId: null,
  personName: "Neha Kulkarni",
  required: true,
  country: "IN",
  language: "english_or_french",
  sources: [source("a")],
  pages: [page("a", 0), page("a", 1)],
  findings: [],
  faults: [],
  state: "waiting",
  file: null,
  ...more,
});

const described = (versionId: string, pages: number): Record<string, FileDescription> => ({
  [versionId]: {
    versionId,
    type: "pdf",
    pages: Array.from({ length: pages }, () => ({ width: 612, height: 792, hasText: true })),
    failure: null,
  },
});

describe("what may be done in which state", () => {
  it("a frozen package is never changed", () => {
    expect(canArrange("arranging")).toEqual({ allowed: true });
    expect(canArrange("built")).toEqual({ allowed: true });
    for (const state of ["reading", "building", "frozen"] as const)
      expect(canArrange(state).allowed).toBe(false);
  });

  it("only an arranged one is built", () => {
    const states = ["reading", "arranging", "building", "built", "frozen"] as const;
    expect(states.filter((state) => canRequestBuild(state).allowed)).toEqual(["arranging"]);
  });

  it("one with problems is approved for a reason alone, one that is out of date not at all", () => {
    const right = { outdated: 0, late: 0, despite: null };
    expect(canFreeze("built", right).allowed).toBe(true);
    expect(canFreeze("arranging", right).allowed).toBe(false);
    expect(canFreeze("built", { ...right, late: 1 }).allowed).toBe(false);
    expect(canFreeze("built", { ...right, late: 1, despite: "It is on its way" }).allowed).toBe(true);
    expect(canFreeze("built", { ...right, outdated: 1, despite: "Never mind" }).allowed).toBe(false);
  });
});

describe("arranging", () => {
  const slots = [
    { id: "one", pages: [page("a", 0), page("a", 1), page("a", 2)] },
    { id: "two", pages: [page("b", 0)] },
  ];
  const after = (move: Move) => {
    const changed = arrange(slots, move);
    return slots.map(({ id, pages }) =>
      (changed.get(id) ?? pages).map((at) => `${at.versionId}${at.page}`).join(" "),
    );
  };

  test.each<[string, Move, string[]]>([
    ["a page goes up", { kind: "up", slotId: "one", place: 2 }, ["a0 a2 a1", "b0"]],
    ["a page goes down", { kind: "down", slotId: "one", place: 0 }, ["a1 a0 a2", "b0"]],
    ["the first one stays the first", { kind: "up", slotId: "one", place: 0 }, ["a0 a1 a2", "b0"]],
    ["the last one stays the last", { kind: "down", slotId: "one", place: 2 }, ["a0 a1 a2", "b0"]],
    ["a page is left out", { kind: "out", slotId: "one", place: 1 }, ["a0 a2", "b0"]],
    [
      "a page goes to another slot",
      { kind: "to", slotId: "one", place: 1, target: "two" },
      ["a0 a2", "b0 a1"],
    ],
    ["slots are merged", { kind: "all_to", slotId: "one", target: "two" }, ["", "b0 a0 a1 a2"]],
    ["nothing goes to nowhere", { kind: "to", slotId: "one", place: 1, target: "three" }, ["a0 a1 a2", "b0"]],
    ["a page comes back", { kind: "back", slotId: "two", versionId: "b", page: 3 }, ["a0 a1 a2", "b0 b3"]],
    ["but never twice", { kind: "back", slotId: "two", versionId: "a", page: 1 }, ["a0 a1 a2", "b0"]],
  ])("%s", (_name, move, expected) => expect(after(move)).toEqual(expected));

  it("four turns are none", () => {
    let turned = [page("a", 0)];
    const seen: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      turned =
        arrange([{ id: "one", pages: turned }], { kind: "turn", slotId: "one", place: 0 }).get("one") ?? [];
      seen.push(turned[0]?.turn ?? -1);
    }
    expect(seen).toEqual([90, 180, 270, 0]);
  });

  it("whatever is moved, no page is there twice, and none is lost unless it is left out", () => {
    const place = fc.integer({ min: -1, max: 4 });
    const slotId = fc.constantFrom("one", "two", "three");
    const anyMove: fc.Arbitrary<Move> = fc.oneof(
      fc.record({ kind: fc.constantFrom("up", "down", "turn"), slotId, place }),
      fc.record({ kind: fc.constant("to"), slotId, place, target: slotId }),
      fc.record({ kind: fc.constant("all_to"), slotId, target: slotId }),
      fc.record({
        kind: fc.constant("back"),
        slotId,
        versionId: fc.constantFrom("a", "b"),
        page: fc.constant(0),
      }),
    );
    const namesOf = (all: readonly { pages: readonly PlannedPage[] }[]) =>
      all.flatMap(({ pages }) => pages.map((at) => `${at.versionId}${at.page}`)).sort();
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 12 }), (moves) => {
        let now = slots;
        for (const move of moves) {
          const changed = arrange(now, move);
          now = now.map((one) => ({ ...one, pages: changed.get(one.id) ?? one.pages }));
        }
        expect(namesOf(now)).toEqual(namesOf(slots));
      }),
    );
  });

  it("knows which pages are left out, wherever the others are", () => {
    const merged = [slot({ pages: [page("a", 2)] }), slot({ id: "t", pages: [page("a", 0)], sources: [] })];
    expect(pagesLeftOut(slot(), merged, described("a", 3))).toEqual([{ versionId: "a", page: 1 }]);
  });
});

describe("a received file goes out byte for byte", () => {
  const files = described("a", 2);
  it("when it is whole and as it was received", () =>
    expect(wholeSource(slot(), files)?.versionId).toBe("a"));

  it.each<[string, Partial<PackageSlot>]>([
    ["turned", { pages: [page("a", 0, 90), page("a", 1)] }],
    ["in another order", { pages: [page("a", 1), page("a", 0)] }],
    ["without a page", { pages: [page("a", 0)] }],
    ["with a page of another file", { pages: [page("a", 0), page("a", 1), page("b", 0)] }],
    ["one of two", { sources: [source("a"), source("b")] }],
    ["doing something by itself", { sources: [source("a", { flags: ["pdf.javascript"] })] }],
  ])("but not %s", (_name, more) => expect(wholeSource(slot(more), files)).toBeNull());

  it("and not one that cannot be read", () => {
    const torn: Record<string, FileDescription> = {
      a: { versionId: "a", type: null, pages: [], failure: "damaged" },
    };
    expect(wholeSource(slot({ pages: [] }), torn)).toBeNull();
  });

  it("a form of Adobe's too: made anew it would be empty", () => {
    expect(wholeSource(slot({ sources: [source("a", { flags: ["pdf.xfa"] })] }), files)).not.toBeNull();
  });

  it("a Word file only alone", () => {
    const word = source("w", { extension: "docx" });
    expect(wholeSource(slot({ sources: [word], pages: [] }), {})).toBe(word);
    expect(wholeSource(slot({ sources: [word], pages: [page("a", 0)] }), files)).toBeNull();
  });
});

describe("problems of a slot", () => {
  const codesOf = (more: Partial<PackageSlot>, descriptions = described("a", 2)) =>
    problemsOf(slot(more), descriptions).map(({ code, tone }) => `${tone} ${code}`);

  it("none for one that is right", () => expect(codesOf({})).toEqual([]));

  it("a translation without affidavit, and a language that nobody has said", () => {
    expect(codesOf({ language: "without_affidavit" })).toEqual(["late no_affidavit"]);
    expect(codesOf({ language: null })).toEqual(["watch language_unsaid"]);
    expect(codesOf({ language: null, country: "US" })).toEqual([]);
    expect(codesOf({ language: null, kind: "passport" })).toEqual([]);
  });

  it("what is missing or stale, before what is only to be looked at", () => {
    const stale = { code: "stale", words: "Ends before it is sent" } as const;
    expect(codesOf({ language: null, findings: [stale] })).toEqual(["late stale", "watch language_unsaid"]);
    const missing = { code: "missing", words: "Not accepted yet" } as const;
    expect(codesOf({ sources: [], pages: [], findings: [missing] })).toEqual(["late missing"]);
  });

  it("a file with a password, said once", () => {
    const locked: Record<string, FileDescription> = {
      a: { versionId: "a", type: null, pages: [], failure: "encrypted" },
    };
    const fault = { code: "encrypted", words: "again" } as const;
    expect(codesOf({ pages: [], faults: [fault] }, locked)).toEqual(["late encrypted"]);
    expect(problemsOf(slot({ pages: [] }), locked)[0]?.words).toBe(
      "Police certificate, India has a password. Ask for a copy without one",
    );
  });

  it("a Word file that is to be merged", () => {
    const word = source("w", { extension: "docx", title: "Employment letter" });
    expect(codesOf({ sources: [word], pages: [] })).toEqual([]);
    expect(codesOf({ sources: [source("a"), word] })).toEqual(["late cannot_merge"]);
  });

  it("pages that are all somewhere else", () => expect(codesOf({ pages: [] })).toEqual(["watch no_pages"]));

  it("what came to light when it was built", () => {
    expect(codesOf({ faults: [{ code: "too_large", words: "5 MB" }] })).toEqual(["late too_large"]);
    expect(codesOf({ faults: [{ code: "coarse", words: "120 dpi" }] })).toEqual(["watch coarse"]);
  });
});
