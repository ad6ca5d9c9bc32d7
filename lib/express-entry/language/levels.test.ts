import { describe, expect, test } from "vitest";
import { languageTables } from "../data/language-tables";
import type { Ability, LanguageTestKind } from "../facts";
import { ABILITIES, convertScores, describeLevels, lowestLevel, scoreFaults } from "./levels";

/** A legal score for the abilities a vector does not name. */
const REST: Record<LanguageTestKind, number> = {
  ielts_general: 5,
  celpip_general: 5,
  pte_core: 50,
  tef_canada: 100,
  tcf_canada: 5,
};

function level(kind: LanguageTestKind, ability: Ability, score: number): number | string {
  const rest = REST[kind];
  const scores = { listening: rest, reading: rest, writing: rest, speaking: rest, [ability]: score };
  const converted = convertScores(kind, scores);
  return converted.ok ? converted.levels[ability] : (converted.faults[0]?.message ?? "");
}

/** The tables of the rules reference, typed again: minima of levels 4 to 10 for R, W, L, S. */
const MINIMA: Record<LanguageTestKind, Record<Ability, number[]>> = {
  ielts_general: {
    reading: [3.5, 4, 5, 6, 6.5, 7, 8],
    writing: [4, 5, 5.5, 6, 6.5, 7, 7.5],
    listening: [4.5, 5, 5.5, 6, 7.5, 8, 8.5],
    speaking: [4, 5, 5.5, 6, 6.5, 7, 7.5],
  },
  celpip_general: {
    reading: [4, 5, 6, 7, 8, 9, 10],
    writing: [4, 5, 6, 7, 8, 9, 10],
    listening: [4, 5, 6, 7, 8, 9, 10],
    speaking: [4, 5, 6, 7, 8, 9, 10],
  },
  pte_core: {
    reading: [33, 42, 51, 60, 69, 78, 88],
    writing: [41, 51, 60, 69, 79, 88, 90],
    listening: [28, 39, 50, 60, 71, 82, 89],
    speaking: [42, 51, 59, 68, 76, 84, 89],
  },
  tef_canada: {
    reading: [121, 151, 181, 207, 233, 248, 263],
    writing: [181, 226, 271, 310, 349, 371, 393],
    listening: [145, 181, 217, 249, 280, 298, 316],
    speaking: [181, 226, 271, 310, 349, 371, 393],
  },
  tcf_canada: {
    reading: [342, 375, 406, 453, 499, 524, 549],
    writing: [4, 6, 7, 10, 12, 14, 16],
    listening: [331, 369, 398, 458, 503, 523, 549],
    speaking: [4, 6, 7, 10, 12, 14, 16],
  },
};

const cells = (Object.keys(MINIMA) as LanguageTestKind[]).flatMap((kind) =>
  ABILITIES.flatMap((ability) =>
    MINIMA[kind][ability].map((least, index) => ({ kind, ability, least, index })),
  ),
);

describe("every cell of the five tables", () => {
  test.each(cells)("$kind $ability: $least opens a level", ({ kind, ability, least, index }) => {
    const step = languageTables[kind].scale.step;
    expect(level(kind, ability, least)).toBe(index + 4);
    expect(level(kind, ability, least - step)).toBe(index === 0 ? 0 : index + 3);
  });

  test("the printed maxima join the minima without a hole", () => {
    for (const kind of Object.keys(languageTables) as LanguageTestKind[]) {
      const { rows, scale } = languageTables[kind];
      for (const ability of ABILITIES) {
        rows.slice(1).forEach((row, index) => {
          expect(row[ability].max + scale.step).toBe(rows[index]?.[ability].min);
        });
      }
    }
  });
});

describe("boundary vectors of section 2", () => {
  test.each([
    ["ielts_general", "listening", 7.5, 8],
    ["ielts_general", "listening", 7, 7],
    ["ielts_general", "listening", 8, 9],
    ["ielts_general", "reading", 7.5, 9],
    ["ielts_general", "reading", 8, 10],
    ["ielts_general", "reading", 3, 0],
    ["ielts_general", "writing", 4.5, 4],
    ["ielts_general", "speaking", 7, 9],
    ["celpip_general", "reading", 9, 9],
    ["celpip_general", "reading", 10, 10],
    ["celpip_general", "reading", 12, 10],
    ["celpip_general", "reading", 3, 0],
    ["pte_core", "listening", 70, 7],
    ["pte_core", "listening", 71, 8],
    ["pte_core", "writing", 90, 10],
    ["pte_core", "writing", 89, 9],
    ["pte_core", "reading", 32, 0],
    ["tef_canada", "reading", 207, 7],
    ["tef_canada", "reading", 206, 6],
    ["tef_canada", "writing", 310, 7],
    ["tef_canada", "listening", 316, 10],
    ["tef_canada", "speaking", 180, 0],
    ["tcf_canada", "writing", 10, 7],
    ["tcf_canada", "writing", 9, 6],
    ["tcf_canada", "listening", 523, 9],
    ["tcf_canada", "reading", 523, 8],
    ["tcf_canada", "reading", 341, 0],
  ] as const)("%s %s %d is level %i", (kind, ability, score, expected) => {
    expect(level(kind, ability, score)).toBe(expected);
  });
});

describe("scores the test cannot give", () => {
  test.each([
    ["ielts_general", "reading", 9.5],
    ["ielts_general", "reading", 6.25],
    ["ielts_general", "reading", -0.5],
    ["celpip_general", "speaking", 13],
    ["celpip_general", "speaking", 7.5],
    ["pte_core", "listening", 9],
    ["pte_core", "listening", 91],
    ["tcf_canada", "writing", 21],
    ["tcf_canada", "reading", 700],
    ["tcf_canada", "reading", Number.NaN],
  ] as const)("%s %s %d is refused at its path", (kind, ability, score) => {
    const rest = REST[kind];
    const scores = { listening: rest, reading: rest, writing: rest, speaking: rest, [ability]: score };
    expect(scoreFaults(kind, scores).map(({ path }) => path)).toEqual([ability]);
  });

  test.each([
    ["reading", 300, 301],
    ["listening", 360, 361],
    ["writing", 450, 451],
    ["speaking", 450, 451],
  ] as const)("TEF %s: %i fits, %i is the other column", (ability, most, above) => {
    expect(level("tef_canada", ability, most)).toBe(10);
    expect(level("tef_canada", ability, above)).toContain("Équivalence ancien score");
  });

  test("a PTE Core from before it was accepted", () => {
    const scores = { listening: 60, reading: 60, writing: 69, speaking: 68 };
    expect(scoreFaults("pte_core", scores, "2024-01-29")[0]?.path).toBe("takenOn");
    expect(scoreFaults("pte_core", scores, "2024-01-30")).toEqual([]);
  });
});

test("levels carry their language, lowest ability and words", () => {
  const converted = convertScores("tef_canada", {
    listening: 280,
    reading: 120,
    writing: 349,
    speaking: 349,
  });
  expect(converted).toEqual({
    ok: true,
    levels: { language: "fr", listening: 8, reading: 0, writing: 8, speaking: 8 },
  });
  if (!converted.ok) return;
  expect(lowestLevel(converted.levels)).toBe(0);
  expect(describeLevels(converted.levels)).toBe(
    "French, NCLC listening 8, reading below 4, writing 8, speaking 8",
  );
});
