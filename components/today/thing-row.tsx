import type { LucideIcon } from "lucide-react";
import {
  Clock,
  FileCheck2,
  KeyRound,
  ListChecks,
  ListTodo,
  MessageSquare,
  PenLine,
  PhoneOutgoing,
  Scale,
  Send,
} from "lucide-react";
import Link from "next/link";
import { DoneButton } from "./done-button";
import { Button } from "@/components/ui/button";
import { DaysLeft } from "@/components/ui/days-left";
import { Kbd } from "@/components/ui/kbd";
import type { ListedThing, ThingIcon, Today } from "@/lib/tasks/today/types";
import { daysUntil } from "@/lib/format/dates";
import { SnoozeButton } from "./snooze-button";

const ICONS: Readonly<Record<ThingIcon, LucideIcon>> = {
  decide: Scale,
  key: KeyRound,
  sign: PenLine,
  send: Send,
  review: FileCheck2,
  reply: MessageSquare,
  clock: Clock,
  stalled: PhoneOutgoing,
  step: ListTodo,
  task: ListChecks,
};

const WATCH_DAYS = 14;

function Due({ thing, today }: { thing: ListedThing; today: string }) {
  const { due } = thing;
  if (due === null) return <span className="text-ink-3">No date</span>;
  const left = daysUntil(due.on, today);
  const tone = left < 0 ? "late" : left <= WATCH_DAYS ? "watch" : "neutral";
  return <DaysLeft date={due.on} today={today} what={due.what} tone={tone} />;
}

interface ThingRowProps {
  thing: ListedThing;
  today: Today;
  /** The row the work stands on at first. */
  active?: boolean;
}

/** One thing, why it is here, whose it is, when it is due, and the one action that clears it. */
export function ThingRow({ thing, today, active }: ThingRowProps) {
  const Icon = ICONS[thing.icon];
  const { action, snoozeUntil } = thing;
  return (
    <li
      data-row=""
      data-active={active ? "" : undefined}
      className="grid grid-cols-[1rem_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2 last:border-b-0 hover:bg-sunken data-active:bg-sunken data-active:shadow-[inset_2px_0_0_var(--ink)] lg:grid-cols-[1rem_minmax(0,1fr)_8.5rem_7.5rem_9.5rem]"
    >
      <Icon
        size={16}
        strokeWidth={1.75}
        className="self-start text-ink-2 max-lg:mt-1 lg:self-center"
        aria-hidden
      />
      <div className="min-w-0 max-lg:col-span-2">
        <Link
          href={action.href}
          data-row-link=""
          prefetch={false}
          className="block font-semibold hover:underline lg:truncate"
        >
          {thing.title}
        </Link>
        <p className="text-sm text-ink-2 lg:truncate">{thing.why}</p>
      </div>
      <p className="min-w-0 text-sm max-lg:col-start-2">
        <Link
          href={`/cases/${thing.caseNumber}/overview`}
          prefetch={false}
          className="block truncate hover:underline"
        >
          {thing.caseName}
        </Link>
        <span className="text-xs text-ink-2">{thing.caseNumber}</span>
      </p>
      <div className="text-sm max-lg:col-start-2">
        <Due thing={thing} today={today.today} />
      </div>
      <div className="flex items-center justify-end gap-1 justify-self-end max-lg:col-start-3 max-lg:row-span-2 max-lg:row-start-2">
        {today.allowed.snooze && snoozeUntil !== null && (
          <SnoozeButton thing={thing} today={today.today} last={snoozeUntil} />
        )}
        {action.task === undefined ? (
          <Button href={action.href} variant="row" size="sm" prefetch={false} tabIndex={-1}>
            {action.label}
            <span className="hidden row-active:inline" aria-hidden>
              <Kbd inverted>↵</Kbd>
            </span>
          </Button>
        ) : (
          <DoneButton task={action.task} />
        )}
      </div>
    </li>
  );
}
