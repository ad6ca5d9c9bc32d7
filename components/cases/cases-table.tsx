import { Badge } from "@/components/ui/badge";
import { CheckboxBox } from "@/components/ui/checkbox";
import { DaysLeft } from "@/components/ui/days-left";
import { DateText } from "@/components/ui/date-text";
import { Cell, HeadCell, Row, RowHead, RowLink, Table } from "@/components/ui/table";
import { listQuery, SORTS } from "@/lib/cases/list/rules";
import type { CaseList, CaseListState, CaseRow, CaseSort } from "@/lib/cases/list/types";
import { DEADLINE_LABELS, hasEnded } from "@/lib/cases/rules";
import { daysUntil } from "@/lib/format/dates";
import { StageBadge } from "./stage-badge";

const WATCH_DAYS = 14;

function sortOf(state: CaseListState, sort: CaseSort) {
  const current = state.sort === sort;
  const dir = current ? (state.dir === "asc" ? "desc" : "asc") : SORTS[sort].first;
  const direction = current ? (state.dir === "asc" ? ("ascending" as const) : ("descending" as const)) : null;
  return { href: `/cases${listQuery(state, { sort, dir })}`, direction };
}

function NextDate({ row, today }: { row: CaseRow; today: string }) {
  if (row.nextDeadline === null) return <span className="text-ink-3">No date</span>;
  const left = daysUntil(row.nextDeadline.on, today);
  const live = !hasEnded(row.stage);
  const tone = !live ? "neutral" : left < 0 ? "late" : left <= WATCH_DAYS ? "watch" : "neutral";
  const { kind, on } = row.nextDeadline;
  return (
    <DaysLeft
      date={on}
      today={today}
      look="line"
      tone={tone}
      what={kind === null ? undefined : DEADLINE_LABELS[kind]}
    />
  );
}

function Ready({ row }: { row: CaseRow }) {
  if (row.requiredCount === 0) return <span className="text-ink-3">–</span>;
  return (
    <span className="inline-flex items-center gap-2">
      {row.acceptedCount}/{row.requiredCount}
      {row.reviewCount > 0 && <Badge tone="info">{row.reviewCount} to review</Badge>}
    </span>
  );
}

interface CasesTableProps {
  list: CaseList;
  state: CaseListState;
  /** With boxes to tick, for the form around it. */
  selectable?: boolean;
}

/** The firm's files, one a row; the heads sort, the state is in the address. */
export function CasesTable({ list, state, selectable = false }: CasesTableProps) {
  const { rows, day, allowed } = list;
  return (
    <Table caption="Cases" stickyHead>
      <thead>
        <tr>
          {selectable && (
            <HeadCell className="w-8">
              <span className="sr-only">Choose</span>
            </HeadCell>
          )}
          <HeadCell sort={sortOf(state, "name")}>Client</HeadCell>
          <HeadCell sort={sortOf(state, "number")}>File</HeadCell>
          <HeadCell>Stage</HeadCell>
          <HeadCell sort={sortOf(state, "deadline")}>Next date</HeadCell>
          <HeadCell>Ready</HeadCell>
          <HeadCell>Program</HeadCell>
          <HeadCell align="right" sort={sortOf(state, "score")}>
            CRS
          </HeadCell>
          {allowed.filterByOwner && <HeadCell>Consultant</HeadCell>}
          <HeadCell align="right" sort={sortOf(state, "updated")}>
            Updated
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id}>
            {selectable && (
              <Cell className="pr-0">
                <CheckboxBox
                  name="caseIds"
                  value={row.id}
                  aria-label={`Choose ${row.displayName}, ${row.number}`}
                />
              </Cell>
            )}
            <RowHead>
              <RowLink href={`/cases/${row.number}/overview`} prefetch={false}>
                {row.displayName}
              </RowLink>
            </RowHead>
            <Cell className="text-ink-2 tabular-nums">{row.number}</Cell>
            <Cell>
              <StageBadge stage={row.stage} heldOn={row.heldOn} />
            </Cell>
            <Cell>
              <NextDate row={row} today={day.today} />
            </Cell>
            <Cell className="tabular-nums">
              <Ready row={row} />
            </Cell>
            <Cell>{row.program ?? <span className="text-ink-3">–</span>}</Cell>
            <Cell align="right">{row.crsScore ?? <span className="text-ink-3">–</span>}</Cell>
            {allowed.filterByOwner && <Cell>{row.ownerName}</Cell>}
            <Cell align="right" className="text-ink-2">
              <DateText date={row.updatedOn} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
