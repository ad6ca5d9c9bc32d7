import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { Meter } from "@/components/ui/meter";
import { RowKeys } from "@/components/ui/row-keys";
import { StatusIcon } from "@/components/ui/status-icon";
import { heldFor } from "@/lib/checklist/waiting/rules";
import type { Checklist, ChecklistGroup, RequirementItem } from "@/lib/checklist/types";
import { formatDate, formatDayMonth } from "@/lib/format/dates";
import { LandingLane, LaneHead, type LaneAxis } from "./landing-lane";
import { RowActions } from "./row-actions";
import { StateMark } from "./state-mark";

const COLUMNS = 8;
const head =
  "h-8 border-b border-line bg-sunken px-2 text-left text-xs font-semibold text-ink-3 whitespace-nowrap";
const cell =
  "border-b border-line px-2 text-sm lg:h-9 max-lg:block max-lg:border-b-0 max-lg:px-0 max-lg:py-0.5 max-lg:empty:hidden lg:first:pl-4 lg:last:pr-3";
/** On a phone: under the state and the actions, over the whole width. */
const wide = `${cell} max-lg:col-span-2`;

function axisOf({ today, plannedOn, lastDay }: Checklist): LaneAxis | null {
  return lastDay === null || lastDay <= today ? null : { today, plannedOn, lastDay };
}

interface LineProps {
  item: RequirementItem;
  checklist: Checklist;
  axis: LaneAxis | null;
  /** Its document says something else than the facts. */
  contradicts: boolean;
}

function StartBy({ item, today }: { item: RequirementItem; today: string }) {
  if (item.startBy === null) return null;
  const words = item.startBy === today ? "Today" : formatDayMonth(item.startBy, today);
  return (
    <>
      <span
        className={classNames(
          "whitespace-nowrap",
          (item.startMissed || item.startBy === today) && "font-semibold text-watch",
        )}
      >
        <span className="lg:sr-only">Start by </span>
        {words}
        {item.startMissed && <span className="sr-only"> (missed)</span>}
      </span>
      {item.leadDays > 0 && (
        <span className="ml-1.5 text-xs whitespace-nowrap text-ink-3">{item.leadDays} d</span>
      )}
    </>
  );
}

/** Who has to act, and since when; what is ours stands out. */
function WaitingOn({ item: { waiting, filter }, today }: { item: RequirementItem; today: string }) {
  if (waiting.holder === "nobody") return null;
  return (
    <span className="block lg:leading-4">
      <span className="lg:sr-only">Waiting on </span>
      <span className={classNames("whitespace-nowrap", filter === "us" && "font-semibold")}>
        {waiting.label}
      </span>
      {waiting.since !== null && (
        <span className="text-xs whitespace-nowrap text-ink-3 max-lg:ml-1.5 lg:block">
          since {formatDayMonth(waiting.since, today)}, {heldFor(waiting.since, today)}
        </span>
      )}
    </span>
  );
}

function Line({ item, checklist, axis, contradicts }: LineProps) {
  const done = item.filter === "accepted";
  const quiet = done && "text-ink-3";
  return (
    <tr
      role="row"
      data-row=""
      className={classNames(
        "hover:bg-sunken data-active:bg-sunken max-lg:grid max-lg:grid-cols-[minmax(0,1fr)_auto] max-lg:border-b max-lg:border-line max-lg:px-4 max-lg:py-3",
        done && "[&>*]:lg:h-7.5",
      )}
    >
      <td role="cell" className={cell}>
        <StateMark state={item.state} quiet={done} />
      </td>
      <th
        role="rowheader"
        scope="row"
        className={classNames(cell, "text-left", done ? "font-medium text-ink-2" : "font-semibold")}
      >
        {item.title}
        {!item.required && <span className="ml-1.5 text-xs font-normal text-ink-3">optional</span>}
        {contradicts && (
          <Badge tone="watch" className="ml-1.5">
            contradicts a fact
          </Badge>
        )}
      </th>
      <td role="cell" className={classNames(wide, "text-ink-2", quiet)}>
        {item.state === "waived" ? `Waived: ${item.waivedReason ?? ""}` : item.reason}
      </td>
      <td
        role="cell"
        className={classNames(
          wide,
          item.validity.tone === "late" ? "font-semibold text-late" : classNames("text-ink-2", quiet),
        )}
      >
        {item.validity.tone === "late" && (
          <StatusIcon tone="late" size={14} className="mr-1 inline align-[-2px]" />
        )}
        {item.validity.words}
      </td>
      <td role="cell" className={wide}>
        <StartBy item={item} today={checklist.today} />
      </td>
      <td role="cell" className={classNames(cell, "overflow-hidden py-0 max-lg:hidden lg:pl-1")}>
        {axis && <LandingLane axis={axis} lands={item.lands} />}
      </td>
      <td role="cell" className={wide}>
        <WaitingOn item={item} today={checklist.today} />
      </td>
      <td
        role="cell"
        className={classNames(cell, "text-right max-lg:col-start-2 max-lg:row-span-2 max-lg:row-start-1")}
      >
        <RowActions
          {...{ item, today: checklist.today }}
          caseNumber={checklist.number}
          keepsTemplate={checklist.allowed.template}
        />
      </td>
    </tr>
  );
}

function GroupHead({ group }: { group: ChecklistGroup }) {
  return (
    <tr role="row" className="max-lg:block">
      <th
        role="rowheader"
        scope="rowgroup"
        colSpan={COLUMNS}
        className="h-10 border-b border-line bg-paper px-4 text-left text-sm font-normal text-ink-2 max-lg:block max-lg:py-2"
      >
        <span className="flex flex-wrap items-center gap-x-2">
          <span className="font-[650] text-ink">{group.name}</span>
          <span>{group.detail}</span>
          <span className={classNames("ml-auto flex items-center gap-3", group.required === 0 && "hidden")}>
            <Meter
              label={`Accepted, ${group.name}`}
              value={group.accepted}
              max={group.required}
              className="w-24 max-lg:hidden"
            />
            <span className="min-w-28 text-right tabular-nums">
              {group.accepted} of {group.required} accepted
            </span>
          </span>
        </span>
      </th>
    </tr>
  );
}

interface ChecklistTableProps {
  checklist: Checklist;
  /** Items whose document contradicts a fact of the case. */
  contradicting: readonly string[];
  /** The groups that the filter leaves; heads keep the numbers of the whole. */
  groups: readonly ChecklistGroup[];
}

/** The checklist by person: a table at a desk, cards on a phone, the same rows. */
export function ChecklistTable({ checklist, groups, contradicting }: ChecklistTableProps) {
  const axis = axisOf(checklist);
  const plan = checklist.plannedOn ?? checklist.lastDay;
  return (
    <RowKeys>
      <Card className="overflow-hidden">
        <table
          role="table"
          aria-label="Checklist by person"
          className="w-full border-separate border-spacing-0 max-lg:block lg:table-fixed"
        >
          <colgroup className="max-lg:hidden">
            <col className="w-28" />
            <col className="w-57" />
            <col />
            <col className="w-43" />
            <col className="w-23" />
            <col className={axis ? "w-37" : "w-0"} />
            <col className="w-33" />
            <col className="w-28" />
          </colgroup>
          <thead className="max-lg:sr-only">
            <tr role="row">
              {[
                "State",
                "Document",
                "Why needed",
                plan ? `Holds on ${formatDate(plan)}` : "Holds",
                "Start by, lead",
              ].map((title) => (
                <th key={title} role="columnheader" scope="col" className={`${head} first:pl-4`}>
                  {title}
                </th>
              ))}
              <th role="columnheader" scope="col" className={`${head} py-0 pl-1`}>
                {axis ? <LaneHead axis={axis} /> : <span className="sr-only">Lands</span>}
              </th>
              <th role="columnheader" scope="col" className={head}>
                Waiting on
              </th>
              <th role="columnheader" scope="col" className={head}>
                <span className="sr-only">Action</span>
              </th>
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group.personId ?? "family"} role="rowgroup" className="max-lg:block">
              <GroupHead group={group} />
              {group.items.map((item) => (
                <Line
                  key={item.id}
                  {...{ item, checklist, axis }}
                  contradicts={contradicting.includes(item.id)}
                />
              ))}
            </tbody>
          ))}
        </table>
      </Card>
    </RowKeys>
  );
}
