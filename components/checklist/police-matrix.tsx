import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import type { PoliceCell, PoliceCountryColumn, PoliceMatrix as Matrix } from "@/lib/checklist/types";
import { formatDate } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/quantities";
import { StateMark } from "./state-mark";

const cell = "border-b border-l border-line px-4 py-2 align-top text-sm first:border-l-0";
const small = "block text-xs font-normal text-ink-3";

function CountryHead({ country }: { country: PoliceCountryColumn }) {
  const { name, leadDays, measured, requestLetter, authority } = country;
  return (
    <th scope="col" className={`${cell} min-w-44 font-semibold`}>
      {name}
      <span className={small}>
        planned with {formatCount(leadDays, "day")}
        {measured !== null && `; ours took ${measured.days}, of ${formatCount(measured.files, "file")}`}
      </span>
      {requestLetter && (
        <span className="mt-1 block">
          <Badge tone="watch">Needs IRCC’s request letter</Badge>
        </span>
      )}
      {authority !== null && (
        <span className={`${small} mt-1`}>{authority}. Confirm on IRCC’s page of the country.</span>
      )}
    </th>
  );
}

function Cell({ one }: { one: PoliceCell }) {
  return (
    <td className={`${cell} ${one.state === null ? "bg-paper text-ink-3" : ""}`}>
      {one.state === null ? "Not needed" : <StateMark state={one.state} />}
      <span className={small}>{one.note}</span>
      {one.issued !== "" && <span className="block text-xs text-ink-2">{one.issued}</span>}
    </td>
  );
}

/** Police certificates, person by country, with the reason in every cell, also where none is needed. */
export function PoliceMatrix({ matrix }: { matrix: Matrix }) {
  return (
    <Card labelledBy="police" className="mt-5">
      <CardHeader
        id="police"
        title="Police certificates"
        detail={`One for each country lived in for six months or more in a row since ${formatDate(matrix.since)}, from age 18. Never Canada.`}
        actions={
          <span className="pr-1 text-sm text-ink-2 tabular-nums">
            {matrix.accepted} of {matrix.total} accepted
          </span>
        }
      />
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-labelledby="police">
        <table className="w-full border-separate border-spacing-0 text-left">
          <thead>
            <tr className="align-top">
              <th scope="col" className={`${cell} w-47 font-semibold`}>
                Person
              </th>
              {matrix.countries.map((country) => (
                <CountryHead key={country.code} country={country} />
              ))}
              <th scope="col" className={`${cell} w-36 font-semibold`}>
                Canada
              </th>
            </tr>
          </thead>
          <tbody className="[&>tr:last-child>*]:border-b-0">
            {matrix.rows.map((row) => (
              <tr key={row.personId}>
                <th scope="row" className={`${cell} font-semibold`}>
                  {row.name}
                  <span className={small}>{row.detail}</span>
                </th>
                {row.cells.map((one, index) => (
                  <Cell key={matrix.countries[index]?.code} one={one} />
                ))}
                <td className={`${cell} bg-paper text-ink-3`}>{row.canada}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
