import Link from "next/link";
import { PageKeys } from "@/components/layout/commands";
import { Card } from "@/components/ui/card";
import { Kbd } from "@/components/ui/kbd";
import { RowKeys } from "@/components/ui/row-keys";
import type { ThingGroup, Today } from "@/lib/tasks/today/types";
import { EmptyQueue } from "./empty-queue";
import { TaskRow } from "./task-row";

const TITLES: Readonly<Record<ThingGroup, string>> = {
  decide: "Decide today",
  review: "Review",
  replies: "Replies",
  coming: "Coming up",
  steps: "Next steps",
};

const KEYS = [
  { keys: "j", label: "Next thing" },
  { keys: "k", label: "Thing before" },
  { keys: "Enter", label: "Do it" },
] as const;

/** Everything that waits for me, in one order; the groups add up to the count in the head. */
export function TaskQueue({ today }: { today: Today }) {
  if (today.groups.length === 0) {
    return (
      <Card>
        <EmptyQueue today={today} />
      </Card>
    );
  }
  const firstKey = today.groups[0]?.tasks[0]?.key;
  return (
    <RowKeys>
      <PageKeys keys={KEYS} />
      <Card>
        {today.groups.map(({ group, tasks, total, allHref }) => (
          <section key={group} aria-labelledby={`group-${group}`} className="border-b border-line">
            <header className="flex h-9 items-center gap-2 border-b border-line bg-paper px-4 first:rounded-t-lg">
              <h2 id={`group-${group}`} className="font-semibold">
                {TITLES[group]}
                <span className="ml-2 text-sm font-normal text-ink-2">{total}</span>
              </h2>
              {allHref !== null && (
                <Link href={allHref} className="ml-auto text-sm text-link text-ink-2">
                  {tasks.length} shown, all {total}
                </Link>
              )}
            </header>
            <ol>
              {tasks.map((task) => (
                <TaskRow key={task.key} task={task} today={today.today} active={task.key === firstKey} />
              ))}
            </ol>
          </section>
        ))}
        <p className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1.5 text-xs text-ink-3 pointer-coarse:hidden">
          <span className="inline-flex items-center gap-1">
            <Kbd>j</Kbd>
            <Kbd>k</Kbd> move
          </span>
          <span className="inline-flex items-center gap-1">
            <Kbd>↵</Kbd> do it
          </span>
          <span className="ml-auto inline-flex items-center gap-1">
            <Kbd>?</Kbd> all keys
          </span>
        </p>
      </Card>
    </RowKeys>
  );
}
