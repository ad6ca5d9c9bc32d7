/** Which improvements reach a cut-off alone, and what the others reach together. */
import type { FactChange } from "./changes";
import type { CutOffAnswer, Improvement, Renewal, WhatIf } from "./types";

/** Of each group the one with the most points: nobody does two of them. */
function oneOfEach(improvements: readonly Improvement[]): Improvement[] {
  const groups = new Map<string, Improvement>();
  for (const improvement of improvements) {
    const kept = groups.get(improvement.group);
    if (!kept || improvement.gained > kept.gained) groups.set(improvement.group, improvement);
  }
  return [...groups.values()];
}

function distinctChanges(improvements: readonly Improvement[], renewals: readonly Renewal[]): FactChange[] {
  const all = [...improvements.flatMap(({ changes }) => changes), ...renewals.map(({ change }) => change)];
  return [...new Map(all.map((change) => [JSON.stringify(change), change])).values()];
}

const NUMBERS = ["None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

function counted(number: number): string {
  return NUMBERS[number] ?? String(number);
}

function aloneWords(titles: readonly string[], score: number): string {
  if (titles.length === 0) return `No single action reaches ${score}.`;
  const reach = titles.length === 1 ? "action reaches" : "actions reach";
  return `${counted(titles.length)} ${reach} ${score} alone: ${titles.join("; ")}.`;
}

function othersWords(count: number, together: number | null, some: boolean): string {
  if (together === null) return "";
  const which = some ? "The other" : "All";
  if (count === 1) return ` ${some ? "The other" : "The only"} one reaches ${together}.`;
  return ` ${which} ${counted(count).toLowerCase()} together reach ${together}.`;
}

export function cutOffAnswer(
  improvements: readonly Improvement[],
  score: number,
  renewals: readonly Renewal[],
  evaluate: (changes: readonly FactChange[]) => WhatIf,
): CutOffAnswer {
  const alone = improvements.filter(({ reaches }) => reaches === true);
  const groups = new Set(alone.map(({ group }) => group));
  const gaining = improvements.filter(
    ({ gained, reaches, kind }) => gained > 0 && reaches !== true && kind !== "renew_tests",
  );
  const others = oneOfEach(gaining.filter(({ group }) => group === "work" || !groups.has(group)));
  const together = others.length === 0 ? null : evaluate(distinctChanges(others, renewals)).best.score;
  const titles = alone.map(({ title }) => title);
  return {
    score,
    alone: alone.map(({ id }) => id),
    othersTogether: together,
    words: `${aloneWords(titles, score)}${othersWords(others.length, together, alone.length > 0)}`,
  };
}
