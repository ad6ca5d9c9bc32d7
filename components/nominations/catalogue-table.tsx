import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { DateText } from "@/components/ui/date-text";
import { Cell, HeadCell, Row, RowHead, RowLink, Table } from "@/components/ui/table";
import { provinceName, STATE_LABELS } from "@/lib/nominations/catalogue/rules";
import type { StreamLine, StreamState } from "@/lib/nominations/types";

/** A phone has province and state under the name. */
const WIDE = "max-md:hidden";

const TONES = { open: "ok", not_open_yet: "info", closed: "neutral" } as const;

export function StreamBadge({ state }: { state: StreamState }) {
  return <Badge tone={TONES[state]}>{STATE_LABELS[state]}</Badge>;
}

function Fitting({ fitting, inDoubt }: Pick<StreamLine, "fitting" | "inDoubt">) {
  if (fitting === null || inDoubt === null) return <span className="text-ink-3">no clients shown</span>;
  return (
    <>
      <b className="font-semibold">{fitting}</b>
      {inDoubt > 0 && <span className="text-ink-2"> · {inDoubt} to check</span>}
    </>
  );
}

/** The firm's catalogue, by province; each line leads to whom of our clients it fits. */
export function CatalogueTable({ lines }: { lines: readonly StreamLine[] }) {
  return (
    <Table caption="Express Entry streams of the provinces, as the firm entered them" stickyHead>
      <thead>
        <tr>
          <HeadCell>Stream</HeadCell>
          <HeadCell className={WIDE}>Province</HeadCell>
          <HeadCell>Whom it targets</HeadCell>
          <HeadCell className={WIDE}>State</HeadCell>
          <HeadCell className={WIDE}>As of</HeadCell>
          <HeadCell align="right">
            <span className={WIDE}>Clients in the pool who fit</span>
            <span className="md:hidden">Fit</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ stream, state, target, fitting, inDoubt }) => (
          <Row key={stream.id}>
            <RowHead className="whitespace-normal!">
              <RowLink href={`/pool/nominations/${stream.id}`}>{stream.name}</RowLink>
              <span className="block text-xs font-normal text-ink-2 md:hidden">
                {provinceName(stream.province)}, {STATE_LABELS[state].toLowerCase()}
              </span>
            </RowHead>
            <Cell className={WIDE}>{provinceName(stream.province)}</Cell>
            <Cell wrap>{target}</Cell>
            <Cell className={WIDE}>
              <StreamBadge state={state} />
            </Cell>
            <Cell className={classNames(WIDE, "tabular-nums")}>
              <DateText date={stream.asOf} />
            </Cell>
            <Cell align="right">
              <Fitting fitting={fitting} inDoubt={inDoubt} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
