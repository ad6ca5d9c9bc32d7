/** The caps of the score in words: what a section would be without them, and what it is. */
import type { CrsAssessment } from "@/lib/express-entry/crs/assess";
import type { CrsSection } from "@/lib/express-entry/crs/lines";
import type { CompleteRuleset } from "@/lib/express-entry/data/crs-tables";

/** `education 50 of 50`, `education 75, capped at 50`. */
function share(name: string, points: number, cap: number): string {
  return points > cap ? `${name} ${points}, capped at ${cap}` : `${name} ${points} of ${cap}`;
}

function transferabilityCaps(
  { score: { transferability: points } }: Pick<CrsAssessment, "score">,
  { C_skill_transferability: table }: CompleteRuleset,
): string {
  const caps = table.group_caps;
  const education = points.educationLanguage + points.educationCanadianWork;
  const foreign = points.foreignWorkLanguage + points.foreignWorkCanadianWork;
  const groups = [
    share("education", education, caps.education),
    share("foreign work", foreign, caps.foreign_work),
    ...(points.certificate > 0
      ? [share("certificate", points.certificate, caps.certificate_of_qualification)]
      : []),
  ];
  const grouped =
    Math.min(education, caps.education) +
    Math.min(foreign, caps.foreign_work) +
    Math.min(points.certificate, caps.certificate_of_qualification);
  return [...groups, ...(grouped > table.max ? [`${grouped} together, capped at ${table.max}`] : [])].join(
    ", ",
  );
}

/** One line beside the name of a section; empty where there is nothing to say. */
export function capsInWords(
  section: CrsSection,
  crs: Pick<CrsAssessment, "score" | "factors">,
  ruleset: CompleteRuleset,
): string {
  switch (section) {
    case "core":
      return crs.factors.withSpouse
        ? "with an accompanying spouse or partner"
        : "no accompanying spouse or partner";
    case "spouse":
      return "";
    case "transferability":
      return transferabilityCaps(crs, ruleset);
    case "additional": {
      const { total, ...parts } = crs.score.additional;
      const sum = Object.values(parts).reduce((all, points) => all + points, 0);
      return sum > total ? `${sum}, capped at ${total}` : "";
    }
  }
}
