import type { LucideIcon } from "lucide-react";
import {
  Clock,
  FileCheck2,
  KeyRound,
  ListTodo,
  MessageSquare,
  PenLine,
  PhoneOutgoing,
  Send,
} from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { DaysLeft } from "@/components/ui/days-left";
import { Kbd } from "@/components/ui/kbd";
import type { Thing, ThingIcon } from "@/lib/tasks/today/types";
import { daysUntil } from "@/lib/format/dates";

const ICONS: Readonly<Record<ThingIcon, LucideIcon>> = {
  decide: KeyRound,
  sign: PenLine,
  send: Send,
  review: FileCheck2,
  reply: MessageSquare,
  clock: Clock,
  stalled: PhoneOutgoing,
  step: ListTodo,
};

const WATCH_DAYS = 14;

function Due({ task, today }: { task: Thing; today: string }) {
  if (task.due === null) return <span className="text-ink-3">No date</span>;
  const left = daysUntil(task.due.on, today);
  const tone = left < 0 ? "late" : left <= WATCH_DAYS ? "watch" : "neutral";
  return <DaysLeft date={task.due.on} today={today} what={task.due.what} tone={tone} />;
}

interface TaskRowProps {
  task: Thing;
  today: string;
  /** The row the work stands on at first. */
  active?: boolean;
}

/** One thing, why it is here, whose it is, when it is due, and the one action that clears it. */
export function TaskRow({ task, today, active }: TaskRowProps) {
  const Icon = ICONS[task.icon];
  return (
    <li
      data-row=""
      data-active={active ? "" : undefined}
      className="grid grid-cols-[1rem_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2 last:border-b-0 hover:bg-sunken data-active:bg-sunken data-active:shadow-[inset_2px_0_0_var(--ink)] lg:grid-cols-[1rem_minmax(0,1fr)_8.5rem_7.5rem_8.5rem]"
    >
      <Icon
        size={16}
        strokeWidth={1.75}
        className="self-start text-ink-2 max-lg:mt-1 lg:self-center"
        aria-hidden
      />
      <div className="min-w-0 max-lg:col-span-2">
        <Link
          href={task.action.href}
          data-row-link=""
          prefetch={false}
          className="block font-semibold hover:underline lg:truncate"
        >
          {task.title}
        </Link>
        <p className="text-sm text-ink-2 lg:truncate">{task.why}</p>
      </div>
      <p className="min-w-0 text-sm max-lg:col-start-2">
        <Link
          href={`/cases/${task.caseNumber}/overview`}
          prefetch={false}
          className="block truncate hover:underline"
        >
          {task.caseName}
        </Link>
        <span className="text-xs text-ink-2">{task.caseNumber}</span>
      </p>
      <div className="text-sm max-lg:col-start-2">
        <Due task={task} today={today} />
      </div>
      <div className="justify-self-end max-lg:col-start-3 max-lg:row-span-2 max-lg:row-start-2">
        <Button href={task.action.href} variant="row" size="sm" prefetch={false} tabIndex={-1}>
          {task.action.label}
          <span className="hidden row-active:inline" aria-hidden>
            <Kbd inverted>↵</Kbd>
          </span>
        </Button>
      </div>
    </li>
  );
}
