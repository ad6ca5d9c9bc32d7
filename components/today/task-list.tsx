import { Repeat } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { DaysLeft } from "@/components/ui/days-left";
import { StatusIcon } from "@/components/ui/status-icon";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { daysUntil, formatDate } from "@/lib/format/dates";
import { REPEAT_LABELS } from "@/lib/tasks/rules";
import type { CaseTask, CaseTasks } from "@/lib/tasks/types";
import { ReopenButton } from "./reopen-button";
import { TaskActions } from "./task-actions";

function toneOf(dueOn: string, today: string): "neutral" | "watch" | "late" {
  const left = daysUntil(dueOn, today);
  if (left < 0) return "late";
  return left === 0 ? "watch" : "neutral";
}

function Words({ task, number, children }: { task: CaseTask; number: string; children: ReactNode }) {
  const place = task.on?.kind === "item" ? `/cases/${number}/checklist` : `/cases/${number}/overview`;
  return (
    <div className="min-w-0">
      <p className="font-semibold">{task.title}</p>
      {task.note !== null && <p className="text-sm whitespace-pre-line">{task.note}</p>}
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-2">
        {task.on !== null && (
          <Link href={place} prefetch={false} className="text-link">
            {task.on.title}
          </Link>
        )}
        {task.repeat !== "none" && (
          <span className="inline-flex items-center gap-1">
            <Repeat size={14} aria-hidden />
            {REPEAT_LABELS[task.repeat]}
            {task.repeatUntil !== null && `, until ${formatDate(task.repeatUntil)}`}
          </span>
        )}
        {children}
      </p>
    </div>
  );
}

const row =
  "grid items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2 last:border-b-0 data-active:bg-sunken sm:grid-cols-[minmax(0,1fr)_8rem_8rem_auto]";

/** What is to be done on this case, the soonest first. */
export function OpenTasks({ tasks, number }: { tasks: CaseTasks; number: string }) {
  return (
    <ol aria-label="Open tasks">
      {tasks.open.map((task) => (
        <li key={task.id} id={`task-${task.id}`} data-row="" className={row}>
          <Words task={task} number={number}>
            <span>{task.from}</span>
          </Words>
          <span className="text-sm">{task.assignee}</span>
          <span className="text-sm">
            {task.dueOn === null ? (
              <span className="text-ink-3">No date</span>
            ) : (
              <DaysLeft date={task.dueOn} today={tasks.today} tone={toneOf(task.dueOn, tasks.today)} />
            )}
          </span>
          {tasks.allowed.write && (
            <span className="sm:justify-self-end">
              <TaskActions task={task} choices={tasks.choices} />
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What was done, and what was dropped and why. */
export function SettledTasks({ tasks, number }: { tasks: CaseTasks; number: string }) {
  return (
    <ol aria-label="Done and dropped tasks">
      {tasks.settled.map((task) => (
        <li key={task.id} className={row}>
          <Words task={task} number={number}>
            {task.settledReason !== null && <span>{task.settledReason}</span>}
          </Words>
          <span className="text-sm">{task.settled?.by ?? task.assignee}</span>
          <span className="inline-flex items-center gap-1.5 text-sm">
            <StatusIcon tone={task.state === "done" ? "ok" : "neutral"} size={14} />
            {task.state === "done" ? "Done" : "Dropped"}
            {task.settled !== null && (
              <time dateTime={task.settled.at.toISOString()} className="text-ink-2">
                {formatDate(dateInZone(task.settled.at, tasks.timeZone))}
              </time>
            )}
          </span>
          {tasks.allowed.write && (
            <span className="sm:justify-self-end">
              <ReopenButton task={task} />
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
