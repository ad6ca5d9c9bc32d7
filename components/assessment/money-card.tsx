import { Card, CardHeader } from "@/components/ui/card";
import { StatusIcon } from "@/components/ui/status-icon";
import type { MoneyNeeds } from "@/lib/assessment/types";
import type { FeeKind, GovernmentFees } from "@/lib/express-entry/funds-and-fees/government-fees";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { formatDate } from "@/lib/format/dates";
import { formatDollars } from "@/lib/format/money";
import { RuleTrigger, RulePopover } from "./rule-popover";

const FEE_WORDS: Readonly<Record<FeeKind, string>> = {
  processing: "Processing",
  right_of_permanent_residence: "Right of permanent residence",
  biometrics: "Biometrics",
};

const familyWords = (size: number) => (size === 1 ? "one person" : `a family of ${size}`);

/** Enough, how much is missing, or not asked. */
function Held({ money }: { money: MoneyNeeds }) {
  const { held, funds } = money;
  if (held === null) return <p className="text-ink-2">What the family has is not entered yet.</p>;
  const short = (funds?.cents ?? 0) - held.cents;
  return (
    <p className="flex items-start gap-1.5">
      <StatusIcon tone={short > 0 ? "late" : "ok"} className="mt-0.5" />
      <span>
        {formatDollars(held.cents)} on {formatDate(held.asOf)}
        {funds !== null && (short > 0 ? `: ${formatDollars(short)} short` : ": enough")}
      </span>
    </p>
  );
}

function Funds({ money }: { money: MoneyNeeds }) {
  const { funds, asked, familySize } = money;
  return (
    <section aria-labelledby="funds" className="flex flex-col gap-1.5 px-4 py-3 text-sm">
      <div className="flex items-baseline justify-between gap-3">
        <h3 id="funds" className="font-[650]">
          <RuleTrigger id="money.funds">Settlement funds</RuleTrigger>
        </h3>
        <span className="font-semibold tabular-nums">
          {funds === null ? "No table known" : formatDollars(funds.cents)}
        </span>
      </div>
      {funds !== null && (
        <p className="text-ink-2">
          For {familyWords(familySize)}, table of {formatDate(funds.effectiveFrom)}.
        </p>
      )}
      {asked !== null && (
        <p>
          {asked.required ? "To be proved: " : "Not asked for: "}
          {asked.reason}.
        </p>
      )}
      <Held money={money} />
      {funds?.warning && (
        <p className="flex items-start gap-1.5 text-ink-2">
          <StatusIcon tone="watch" className="mt-0.5" />
          {funds.warning}
        </p>
      )}
    </section>
  );
}

function Fees({
  fees,
  names,
  from,
}: {
  fees: GovernmentFees;
  names: MoneyNeeds["names"];
  from: IsoDate | null;
}) {
  const payers = [...new Set(fees.lines.map(({ personId }) => personId))];
  return (
    <section aria-labelledby="fees" className="px-4 py-3 text-sm">
      <div className="flex items-baseline justify-between gap-3">
        <h3 id="fees" className="font-[650]">
          Government fees
        </h3>
        <span className="font-semibold tabular-nums">{formatDollars(fees.totalCents)}</span>
      </div>
      <table className="mt-1 w-full border-separate border-spacing-0">
        <caption className="sr-only">Government fees, by who pays</caption>
        {payers.map((payer) => (
          <tbody key={payer ?? "family"}>
            <tr>
              <th scope="rowgroup" colSpan={2} className="pt-1 text-left font-[550]">
                {payer === null ? "The family together" : names[payer]}
              </th>
            </tr>
            {fees.lines
              .filter(({ personId }) => personId === payer)
              .map(({ kind, cents }) => (
                <tr key={kind} className="text-ink-2">
                  <th scope="row" className="text-left font-normal">
                    {FEE_WORDS[kind]}
                    {payer === null && ", the most a family pays"}
                  </th>
                  <td className="text-right tabular-nums">{formatDollars(cents)}</td>
                </tr>
              ))}
          </tbody>
        ))}
      </table>
      {from !== null && (
        <p className="mt-1.5 text-ink-2">
          For an application received this day, fees from {formatDate(from)}. Only who comes along pays.
        </p>
      )}
    </section>
  );
}

/** What the family must show, and what it pays the government, on the day. */
export function MoneyCard({ money, on }: { money: MoneyNeeds; on: IsoDate }) {
  const { funds, fees, names, feesFrom } = money;
  return (
    <Card labelledBy="money">
      <CardHeader id="money" title="Funds and fees" detail={`on ${formatDate(on)}, in Canadian dollars`} />
      <div className="grid max-md:divide-y max-md:divide-line md:grid-cols-2 md:divide-x md:divide-line">
        <Funds money={money} />
        {fees === null ? (
          <p className="px-4 py-3 text-sm text-ink-2">No fees are known for this day.</p>
        ) : (
          <Fees fees={fees} names={names} from={feesFrom} />
        )}
      </div>
      <RulePopover
        id="money.funds"
        title="Settlement funds"
        aside={funds === null ? "" : formatDollars(funds.cents)}
        section={funds === null ? "" : `${funds.tableId}: ${funds.source}`}
      >
        <p className="font-[550]">For {familyWords(money.familySize)}</p>
      </RulePopover>
    </Card>
  );
}
