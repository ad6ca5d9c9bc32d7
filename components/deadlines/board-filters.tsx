import Form from "next/form";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { FilterChips } from "@/components/ui/filter-chips";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { boardAddress, LEFT_DAYS, waitingOn } from "@/lib/deadlines/board/rules";
import type { BoardAsked, Waiting } from "@/lib/deadlines/board/types";
import { RISK_LABELS, RISK_ORDER } from "@/lib/deadlines/rules";
import type { WindowLane } from "@/lib/deadlines/types";

const WAITING: Readonly<Record<Waiting, string>> = {
  client: "Waiting on client",
  us: "Waiting on us",
  nothing: "Nothing open",
};

interface BoardFiltersProps {
  lanes: readonly WindowLane[];
  asked: BoardAsked;
}

function WaitingChips({ lanes, asked }: BoardFiltersProps) {
  const count = (key: Waiting) => lanes.filter((lane) => waitingOn(lane) === key).length;
  return (
    <FilterChips
      label="Waiting on"
      items={[
        {
          href: boardAddress(asked, { waiting: null }),
          label: "All",
          count: lanes.length,
          current: asked.waiting === null,
        },
        ...(Object.keys(WAITING) as Waiting[]).map((key) => ({
          href: boardAddress(asked, { waiting: key }),
          label: WAITING[key],
          count: count(key),
          current: key === asked.waiting,
        })),
      ]}
    />
  );
}

/** The windows whose date waits for its second key; pressed again, all of them. */
function UnconfirmedChip({ lanes, asked }: BoardFiltersProps) {
  const count = lanes.filter(({ confirmed }) => !confirmed).length;
  const isOn = asked.date === "unconfirmed";
  if (count === 0 && !isOn) return null;
  return (
    <FilterChips
      label="Date of the invitation"
      items={[
        {
          href: boardAddress(asked, { date: isOn ? null : "unconfirmed" }),
          label: "Date not confirmed",
          count,
          current: isOn,
        },
      ]}
    />
  );
}

/** Narrows the board; each choice is in the address. A plain form, also before JavaScript. */
function NarrowForm({ lanes, asked }: BoardFiltersProps) {
  const owners = [...new Map(lanes.map(({ owner }) => [owner.id, owner.name]))]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const programs = [...new Set(lanes.map(({ invitationClass }) => invitationClass))].sort();
  const { consultant, risk, program, left, waiting, group, date } = asked;
  const isNarrowed = [consultant, risk, program, left].some((one) => one !== null);
  return (
    <Form
      key={boardAddress(asked)}
      action="/deadlines"
      role="search"
      aria-label="Windows"
      className="flex flex-wrap gap-2 max-md:grid max-md:grid-cols-2"
    >
      {waiting !== null && <input type="hidden" name="waiting" value={waiting} />}
      {date !== null && <input type="hidden" name="date" value={date} />}
      {group !== "risk" && <input type="hidden" name="group" value={group} />}
      <Select
        name="consultant"
        aria-label="Consultant"
        emptyLabel="Any consultant"
        options={owners}
        defaultValue={consultant ?? ""}
      />
      <Select
        name="risk"
        aria-label="Risk"
        emptyLabel="Any risk"
        options={RISK_ORDER.map((value) => ({ value, label: RISK_LABELS[value] }))}
        defaultValue={risk ?? ""}
      />
      <Select
        name="program"
        aria-label="Program"
        emptyLabel="Any program"
        options={programs.map((value) => ({ value, label: value }))}
        defaultValue={program ?? ""}
      />
      <Select
        name="left"
        aria-label="Days left"
        emptyLabel="Any days left"
        options={LEFT_DAYS.map((days) => ({ value: String(days), label: `At most ${days} days` }))}
        defaultValue={left === null ? "" : String(left)}
      />
      <button type="submit" className={buttonClass()}>
        Show
      </button>
      {isNarrowed && (
        <Button
          href={boardAddress(asked, { consultant: null, risk: null, program: null, left: null })}
          variant="quiet"
        >
          Clear
        </Button>
      )}
    </Form>
  );
}

export function BoardFilters({ lanes, asked, shown }: BoardFiltersProps & { shown: number }) {
  return (
    <>
      <p className="mb-2 hidden text-sm print:block">
        {shown === lanes.length ? "All" : `${shown} of`} {lanes.length} open windows
      </p>
      <BoardControls lanes={lanes} asked={asked} />
    </>
  );
}

function BoardControls({ lanes, asked }: BoardFiltersProps) {
  return (
    <div className="mb-3 grid grid-cols-1 gap-3 print:hidden">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="flex min-w-0 flex-wrap gap-2">
          <WaitingChips lanes={lanes} asked={asked} />
          <UnconfirmedChip lanes={lanes} asked={asked} />
        </div>
        <SegmentedControl
          label="Group by"
          items={[
            {
              href: boardAddress(asked, { group: "risk" }),
              label: "Risk",
              current: asked.group === "risk",
            },
            {
              href: boardAddress(asked, { group: "consultant" }),
              label: "Consultant",
              current: asked.group === "consultant",
            },
          ]}
        />
      </div>
      <NarrowForm lanes={lanes} asked={asked} />
    </div>
  );
}
