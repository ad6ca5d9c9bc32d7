/** What the difference of two scores is made of, line by line and cap by cap, and in words. */
import type { CrsAssessment } from "../crs/assess";
import type { DifferencePart } from "./types";

const NOUNS: Record<string, string> = {
  "core.age": "age",
  "core.education": "education",
  "core.firstLanguage": "first language",
  "core.secondLanguage": "second language",
  "core.canadianWork": "Canadian work",
  "spouse.education": "the spouse's education",
  "spouse.language": "the spouse's language",
  "spouse.canadianWork": "the spouse's work",
  "transferability.educationLanguage": "transferability",
  "transferability.educationCanadianWork": "transferability",
  "transferability.foreignWorkLanguage": "foreign work",
  "transferability.foreignWorkCanadianWork": "foreign work",
  "transferability.certificate": "the certificate",
  "additional.sibling": "the sibling",
  "additional.french": "French",
  "additional.canadianStudy": "study in Canada",
  "additional.nomination": "the nomination",
  "core.highWageWork": "high-wage work",
  "core.highWageOffer": "the high-wage offer",
  "additional.highWageWork": "high-wage work",
  "additional.highWageOffer": "the high-wage offer",
};

const SECTIONS = ["core", "spouse", "transferability", "additional"] as const;

/** Parts that add up to `after` less `before`; none where a line did not move. */
export function differenceParts(before: CrsAssessment, after: CrsAssessment): DifferencePart[] {
  const ids = [...new Set([...before.lines, ...after.lines].map(({ id }) => id))];
  const points = ({ lines }: CrsAssessment, id: string) => lines.find((line) => line.id === id)?.points ?? 0;
  const label = (id: string) => [...after.lines, ...before.lines].find((line) => line.id === id)?.label ?? id;
  const lines = ids.map((id) => ({ id, label: label(id), points: points(after, id) - points(before, id) }));
  const caps = SECTIONS.map((section) => {
    const moved = after.score[section].total - before.score[section].total;
    const added = lines
      .filter(({ id }) => id.startsWith(`${section}.`))
      .reduce((sum, part) => sum + part.points, 0);
    return { id: `${section}.cap`, label: "lost to the cap", points: moved - added };
  });
  const known = [...lines, ...caps];
  const rest = after.score.total - before.score.total - known.reduce((sum, part) => sum + part.points, 0);
  return [...known, { id: "total.cap", label: "lost to the cap of the whole", points: rest }].filter(
    (part) => part.points !== 0,
  );
}

interface Spoken {
  noun: string;
  points: number;
}

/** Lines of the same noun together; a section whose cap takes all it gained is left out. */
function spoken(parts: readonly DifferencePart[]): { said: Spoken[]; full: boolean } {
  const cap = (section: string) => parts.find(({ id }) => id === `${section}.cap`)?.points ?? 0;
  const of = (section: string) => parts.filter(({ id }) => id.startsWith(`${section}.`));
  const full = SECTIONS.filter(
    (section) => cap(section) < 0 && of(section).reduce((sum, part) => sum + part.points, 0) === 0,
  );
  const kept = parts.filter(({ id }) => !full.some((section) => id.startsWith(`${section}.`)));
  const byNoun = new Map<string, number>();
  for (const { id, label, points } of kept) {
    const noun = id.endsWith(".cap")
      ? points < 0
        ? "lost to the cap"
        : "given back by the cap"
      : (NOUNS[id] ?? label);
    byNoun.set(noun, (byNoun.get(noun) ?? 0) + points);
  }
  const said = [...byNoun].map(([noun, points]) => ({ noun, points })).filter(({ points }) => points !== 0);
  return { said, full: full.includes("transferability") };
}

const ABILITY_COUNT = 4;

function gains(said: readonly Spoken[]): string[] {
  const gained = said.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points);
  const [only] = gained;
  if (only?.noun === "first language" && gained.length === 1 && only.points % ABILITY_COUNT === 0) {
    return [`${only.points / ABILITY_COUNT} points for each ability`];
  }
  return gained.map(({ noun, points }, index) => `${points} ${index === 0 ? "for " : ""}${noun}`);
}

function losses(said: readonly Spoken[]): string[] {
  const lost = said.filter(({ points }) => points < 0).sort((a, b) => a.points - b.points);
  return lost.map(({ noun, points }, index) => {
    const of = noun === "lost to the cap" ? "" : "of ";
    return `${index === 0 ? "less " : ""}${-points} ${of}${noun}`;
  });
}

/** `50 for French, 12 second language`; `600 for the nomination, less 30 lost to the cap`. */
export function inWords(parts: readonly DifferencePart[]): string {
  const { said, full } = spoken(parts);
  const figures = [...gains(said), ...losses(said)].join(", ");
  const note = full ? "transferability is already at its cap" : "";
  return [figures, note].filter((words) => words !== "").join("; ");
}
