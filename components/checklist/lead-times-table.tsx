import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import type { MedianOf } from "@/lib/checklist/history/types";
import type { LeadTimeEntry, LeadTimeSettings } from "@/lib/checklist/lead-times/types";
import { formatDate } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/quantities";

function Own({ entry, name }: { entry: LeadTimeEntry; name?: string }) {
  return (
    <span className="block">
      {name !== undefined && `${name}: `}
      <b className="font-semibold">{formatCount(entry.days ?? 0, "day")}</b>{" "}
      <span className="text-sm text-ink-2">
        since {formatDate(entry.effectiveFrom)}, {entry.note} ({entry.by})
      </span>
    </span>
  );
}

function Measured({ measured, name }: { measured: MedianOf; name?: string }) {
  return (
    <span className="block">
      {name !== undefined && `${name}: `}
      <b className="font-semibold">{formatCount(measured.days, "day")}</b>{" "}
      <span className="text-sm whitespace-nowrap text-ink-2">of {formatCount(measured.files, "file")}</span>
    </span>
  );
}

type Country = LeadTimeSettings["lines"][number]["countries"][number];

/** Countries that are named without being asked for. */
const NAMED = 3;

function MeasuredCountries({ countries }: { countries: readonly Country[] }) {
  const lines = countries.map(
    ({ code, countryName, measured }) =>
      measured && <Measured key={code} measured={measured} name={countryName} />,
  );
  const count = countries.filter(({ measured }) => measured !== null).length;
  if (count <= NAMED) return lines;
  return (
    <details className="text-sm">
      <summary className="w-fit cursor-pointer rounded-sm text-ink-2 hover:underline">
        in {formatCount(count, "country", "countries")}
      </summary>
      {lines}
    </details>
  );
}

/** How long each kind of document is planned for, and beside it how long the firm's own files took. */
export function LeadTimesTable({ settings }: { settings: LeadTimeSettings }) {
  return (
    <Table caption="Usual days by kind of document">
      <thead>
        <tr>
          <HeadCell>Document</HeadCell>
          <HeadCell align="right">Estimate</HeadCell>
          <HeadCell>Our own</HeadCell>
          <HeadCell>Measured</HeadCell>
        </tr>
      </thead>
      <tbody>
        {settings.lines.map(({ kind, label, shippedDays, own, countries, measured }) => (
          <Row key={kind}>
            <RowHead className="whitespace-normal!">{label}</RowHead>
            <Cell align="right">{formatCount(shippedDays, "day")}</Cell>
            <Cell wrap>
              {own && <Own entry={own} />}
              {countries.map(
                ({ code, countryName, own: entry }) =>
                  entry && <Own key={code} entry={entry} name={countryName} />,
              )}
              {own === null && countries.every((country) => country.own === null) && (
                <span className="text-ink-3">none</span>
              )}
            </Cell>
            <Cell wrap>
              {measured === null ? (
                <span className="text-ink-3">none yet</span>
              ) : (
                <Measured measured={measured} />
              )}
              <MeasuredCountries countries={countries} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
