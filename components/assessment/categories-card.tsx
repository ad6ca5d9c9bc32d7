import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { programLabel } from "@/lib/draws/rules";
import type { CategoryMembership } from "@/lib/express-entry/draws/categories";
import { RulePopover, RuleTrigger } from "./rule-popover";
import { confidenceInWords } from "./rule-sources";
import { VerdictIcon } from "./verdict-icon";

const WORDS = { met: "in", not_met: "out", unknown: "unknown" } as const;
const ORDER = { met: 0, unknown: 1, not_met: 2 } as const;

/** `In 2 of 10`, of those that are decided. */
function summary(categories: readonly CategoryMembership[]): string {
  const count = (verdict: CategoryMembership["verdict"]) =>
    categories.filter((one) => one.verdict === verdict).length;
  const unknown = count("unknown") === 0 ? "" : `, ${count("unknown")} unknown`;
  return `in ${count("met")} of ${categories.length}${unknown}, list ${categories[0]?.version ?? ""}`;
}

/** In which category rounds the client competes, and why not in the others. */
export function CategoriesCard({ categories }: { categories: readonly CategoryMembership[] }) {
  if (categories.length === 0) return null;
  const sorted = [...categories].sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict]);
  const cell = "border-b border-line px-2.5 py-1 text-sm first:pl-4 last:pr-4";
  return (
    <Card labelledBy="categories">
      <CardHeader id="categories" title="Category rounds" detail={summary(categories)} />
      <table className="w-full border-separate border-spacing-0 text-left">
        <caption className="sr-only">Category rounds: in or out, and why</caption>
        <tbody>
          {sorted.map(({ category, verdict, figure }) => (
            <tr key={category} className={classNames(verdict === "not_met" && "text-ink-2")}>
              <th scope="row" className={classNames(cell, "font-normal")}>
                <span className="flex items-start gap-1.5">
                  <VerdictIcon verdict={verdict} label={false} />
                  <RuleTrigger
                    id={`category.${category}`}
                    className={verdict === "not_met" ? undefined : "font-semibold"}
                  >
                    {programLabel(category)}
                  </RuleTrigger>
                </span>
                <span className="block pl-5.5 text-xs text-ink-2 sm:hidden">{figure}</span>
              </th>
              <td className={classNames(cell, "w-20")}>{WORDS[verdict]}</td>
              <td className={classNames(cell, "text-ink-2 max-sm:hidden")}>{figure}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <CardFooter className="border-t-0 text-xs">
        Membership never changes the score: it opens rounds that are often lower. It is tested again at the
        application.
      </CardFooter>
      {sorted.map(({ category, verdict, figure, needs, version, confidence }) => (
        <RulePopover
          key={category}
          id={`category.${category}`}
          title={programLabel(category)}
          aside={WORDS[verdict]}
          section={`${version}: ${confidenceInWords(confidence)}`}
        >
          <p className="font-[550]">{figure}</p>
          <p className="text-ink-2">Needs: {needs}.</p>
        </RulePopover>
      ))}
    </Card>
  );
}
