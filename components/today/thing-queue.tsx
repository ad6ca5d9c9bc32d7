import Link from "next/link";
import { PageKeys } from "@/components/layout/commands";
import { Card } from "@/components/ui/card";
import { Kbd } from "@/components/ui/kbd";
import { RowKeys } from "@/components/ui/row-keys";
import type { ThingGroup, Today } from "@/lib/tasks/today/types";
import { EmptyQueue } from "./empty-queue";
import { SnoozeKey } from "./snooze-key";
import { SnoozedList } from "./snoozed-list";
import { ThingRow } from "./thing-row";

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
  { keys: "s", label: "Snooze it" },
] as const;

/** Everything that waits for me, in one order; the groups add up to the count in the head. */
export function ThingQueue({ today }: { today: Today }) {
  return (
    <>
      {today.groups.length === 0 ? (
        <Card>
          <EmptyQueue today={today} />
        </Card>
      ) : (
        <Groups today={today} />
      )}
      {today.snoozed.length > 0 && <SnoozedList things={today.snoozed} />}
    </>
  );
}

function Groups({ today }: { today: Today }) {
  const firstKey = today.groups[0]?.things[0]?.key;
  return (
    <RowKeys>
      <PageKeys keys={KEYS} />
      {today.allowed.snooze && <SnoozeKey />}
      <Card>
        {today.groups.map(({ group, things, total, allHref }) => (
          <section key={group} aria-labelledby={`group-${group}`} className="border-b border-line">
            <header className="flex h-9 items-center gap-2 border-b border-line bg-paper px-4 first:rounded-t-lg">
              <h2 id={`group-${group}`} className="font-semibold">
                {TITLES[group]}
                <span className="ml-2 text-sm font-normal text-ink-2">{total}</span>
              </h2>
              {allHref !== null && (
                <Link href={allHref} className="ml-auto text-sm text-link text-ink-2">
                  {things.length} shown, all {total}
                </Link>
              )}
            </header>
            <ol>
              {things.map((thing) => (
                <ThingRow key={thing.key} thing={thing} today={today} active={thing.key === firstKey} />
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
          {today.allowed.snooze && (
            <span className="inline-flex items-center gap-1">
              <Kbd>s</Kbd> snooze
            </span>
          )}
          <span className="ml-auto inline-flex items-center gap-1">
            <Kbd>?</Kbd> all keys
          </span>
        </p>
      </Card>
    </RowKeys>
  );
}
