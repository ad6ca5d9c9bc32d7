import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import type { ProgramVerdict, Verdict } from "@/lib/express-entry/eligibility/criterion";
import type { ProgramProof } from "@/lib/express-entry/proof/assess-proof";

const cell = "border-b border-line px-2.5 py-1.5 align-top text-sm first:pl-4 last:pr-4";
const head = "h-8 border-b border-line px-2.5 text-xs font-semibold text-ink-3 first:pl-4 last:pr-4";

const PROGRAM_WORDS: Readonly<Record<ProgramVerdict, string>> = {
  eligible: "Eligible",
  not_eligible: "Not eligible",
  unknown: "Not known",
};
const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  met: "Met",
  not_met: "Not met",
  unknown: "Not known",
};

function Proven({ claimed, proven }: { claimed: ProgramVerdict; proven: ProgramVerdict }) {
  if (claimed !== "eligible") return <Badge tone="neutral">{PROGRAM_WORDS[claimed]}</Badge>;
  return proven === "eligible" ? (
    <Badge tone="ok">Eligible, proven</Badge>
  ) : (
    <Badge tone="watch">Eligible as claimed, not proven</Badge>
  );
}

/** Which programs stand by what is proven, and which criterion falls where one does not. */
export function LedgerPrograms({ programs }: { programs: readonly ProgramProof[] }) {
  const claimed = programs.filter((program) => program.claimed === "eligible");
  const shown = claimed.length > 0 ? claimed : programs;
  return (
    <Card labelledBy="proof-programs">
      <CardHeader id="proof-programs" title="Programs, by what is proven" />
      <table className="w-full border-separate border-spacing-0 text-left">
        <caption className="sr-only">Criteria of the programs as claimed and as proven</caption>
        <thead>
          <tr>
            <th scope="col" className={head}>
              Criterion
            </th>
            <th scope="col" className={classNames(head, "max-sm:hidden")}>
              As claimed
            </th>
            <th scope="col" className={head}>
              Proven
            </th>
          </tr>
        </thead>
        {shown.map((program) => (
          <tbody key={program.program}>
            <tr>
              <th scope="rowgroup" colSpan={3} className={classNames(cell, "bg-sunken font-[650]")}>
                {program.program} <Proven claimed={program.claimed} proven={program.proven} />
              </th>
            </tr>
            {program.criteria.map((criterion) => (
              <tr key={criterion.id}>
                <th scope="row" className={classNames(cell, "font-normal")}>
                  {criterion.label}
                  <span className="block text-xs text-ink-2 sm:hidden">{criterion.figure}</span>
                </th>
                <td className={classNames(cell, "text-ink-2 max-sm:hidden")}>
                  {VERDICT_WORDS[criterion.claimed]}: {criterion.figure}
                </td>
                <td className={cell}>
                  {criterion.claimed === "met" && criterion.proven !== "met"
                    ? "Not proven"
                    : VERDICT_WORDS[criterion.proven]}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Card>
  );
}
