import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
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

/** How long each kind of document is planned for: the shipped days, and the firm's own that hold today. */
export function LeadTimesTable({ settings }: { settings: LeadTimeSettings }) {
  return (
    <Table caption="Usual days by kind of document">
      <thead>
        <tr>
          <HeadCell>Document</HeadCell>
          <HeadCell align="right">Shipped</HeadCell>
          <HeadCell>The firm’s own</HeadCell>
        </tr>
      </thead>
      <tbody>
        {settings.lines.map(({ kind, label, shippedDays, own, countries }) => (
          <Row key={kind}>
            <RowHead className="whitespace-normal!">{label}</RowHead>
            <Cell align="right">{formatCount(shippedDays, "day")}</Cell>
            <Cell wrap>
              {own && <Own entry={own} />}
              {countries.map((entry) => (
                <Own key={entry.id} entry={entry} name={entry.countryName} />
              ))}
              {own === null && countries.length === 0 && <span className="text-ink-3">as shipped</span>}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
