/** What differs between two standings: lines, sections, programs, categories. */
import type { Criterion } from "../eligibility/criterion";
import { CATEGORIES } from "../draws/categories";
import type { Standing } from "./standing";
import type { CategoryMove, CriterionMove, LineMove, ProgramMove } from "./types";

/** Lines by id; one that is missing on a side stands for no points there. */
export function lineMoves(before: Standing, after: Standing): LineMove[] {
  const old = new Map(before.crs.lines.map((line) => [line.id, line]));
  const now = new Map(after.crs.lines.map((line) => [line.id, line]));
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id) => {
    const [one, other] = [old.get(id), now.get(id)];
    const known = other ?? one;
    if (!known || one?.points === other?.points) return [];
    const { section, label } = known;
    const move = { id, section, label, before: one?.points ?? 0, after: other?.points ?? 0 };
    return move.before === move.after ? [] : [move];
  });
}

export function sectionMoves(before: Standing, after: Standing): LineMove[] {
  const ids = ["core", "spouse", "transferability", "additional"] as const;
  return ids.flatMap((id) => {
    const [one, other] = [before, after].map(({ crs }) => crs.sections.find((section) => section.id === id));
    const known = other ?? one;
    const [from, to] = [one?.points ?? 0, other?.points ?? 0];
    return !known || from === to ? [] : [{ id, section: id, label: known.label, before: from, after: to }];
  });
}

function criterionMoves(before: readonly Criterion[], after: readonly Criterion[]): CriterionMove[] {
  return after.flatMap(({ id, label, verdict, figure, needs }) => {
    const old = before.find((criterion) => criterion.id === id)?.verdict ?? null;
    return old === verdict ? [] : [{ id, label, before: old, after: verdict, figure, needs }];
  });
}

const VERDICT_WORDS = {
  eligible: "eligible under",
  not_eligible: "no longer eligible under",
  unknown: "eligibility not known under",
} as const;

export function programMoves(before: Standing, after: Standing): ProgramMove[] {
  return after.eligibility.programs.flatMap(({ program, verdict, criteria }) => {
    const old = before.eligibility.programs.find((candidate) => candidate.program === program);
    if (!old || old.verdict === verdict) return [];
    return [
      {
        program,
        before: old.verdict,
        after: verdict,
        criteria: criterionMoves(old.criteria, criteria),
        label:
          verdict === "not_eligible" && old.verdict === "unknown"
            ? `not eligible under ${program}`
            : `${VERDICT_WORDS[verdict]} ${program}`,
      },
    ];
  });
}

export function categoryMoves(before: Standing, after: Standing): CategoryMove[] {
  return CATEGORIES.flatMap((category) => {
    const [one, other] = [before, after].map(
      ({ categories }) => categories.find((membership) => membership.category === category)?.verdict ?? null,
    );
    return one === other || one === undefined || other === undefined
      ? []
      : [{ category, before: one, after: other }];
  });
}
