import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { StatusIcon } from "@/components/ui/status-icon";
import type { LedgerFact, ProofLedger } from "@/lib/proof/types";

const cell = "border-b border-line px-2.5 py-1.5 align-top text-sm first:pl-4 last:pr-4";
const head = "h-8 border-b border-line px-2.5 text-xs font-semibold text-ink-3 first:pl-4 last:pr-4";

const SECTIONS = {
  core: "Core",
  spouse: "Spouse or partner",
  transferability: "Skill transferability",
  additional: "Additional",
} as const;

function Behind({ fact }: { fact: LedgerFact }) {
  return (
    <li className="flex items-start gap-1.5">
      <StatusIcon
        tone={fact.proven ? "ok" : "watch"}
        size={12}
        className="mt-1"
        label={fact.proven ? "Proven" : "Not proven"}
      />
      <a href={`#fact-${fact.key}`} className="min-w-0 wrap-anywhere text-link">
        {fact.label}
      </a>
    </li>
  );
}

/** Each line of the score as claimed and as proven, with the facts that stand behind it. */
export function LedgerLines({ ledger: { lines, facts, claimed, proven } }: { ledger: ProofLedger }) {
  const byKey = new Map(facts.map((fact) => [fact.key, fact]));
  const earning = lines.filter((line) => line.claimed > 0);
  return (
    <Card labelledBy="proof-lines">
      <CardHeader id="proof-lines" title="Score, line by line" detail={`proven ${proven} of ${claimed}`} />
      <table className="w-full border-separate border-spacing-0 text-left">
        <caption className="sr-only">
          Claimed and proven points of each line, and the facts behind them
        </caption>
        <thead>
          <tr>
            <th scope="col" className={head}>
              Line
            </th>
            <th scope="col" className={classNames(head, "text-right")}>
              Claimed
            </th>
            <th scope="col" className={classNames(head, "text-right")}>
              Proven
            </th>
            <th scope="col" className={classNames(head, "max-sm:hidden")}>
              Rests on
            </th>
          </tr>
        </thead>
        <tbody>
          {earning.map((line) => {
            const behind = line.facts.flatMap((key) => byKey.get(key) ?? []);
            const less = line.proven < line.claimed;
            return (
              <tr key={line.id} className="hover:bg-sunken">
                <th scope="row" className={classNames(cell, "font-normal")}>
                  {line.label}
                  <span className="block text-xs text-ink-2">{SECTIONS[line.section]}</span>
                  <ul className="mt-1 space-y-0.5 sm:hidden">
                    {behind.map((fact) => (
                      <Behind key={fact.key} fact={fact} />
                    ))}
                  </ul>
                </th>
                <td className={classNames(cell, "text-right tabular-nums")}>{line.claimed}</td>
                <td
                  className={classNames(cell, "text-right font-semibold tabular-nums", less && "text-watch")}
                >
                  {line.proven}
                </td>
                <td className={classNames(cell, "max-sm:hidden")}>
                  <ul className="space-y-0.5">
                    {behind.map((fact) => (
                      <Behind key={fact.key} fact={fact} />
                    ))}
                  </ul>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <CardFooter className="border-t-0 text-xs">
        Lines are before caps, as IRCC counts them; lines that earn nothing are left out.
      </CardFooter>
    </Card>
  );
}
