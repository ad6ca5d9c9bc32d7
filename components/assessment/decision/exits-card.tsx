import type { ReactNode } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { StatusIcon } from "@/components/ui/status-icon";
import type { Exit } from "@/lib/assessment/decision/types";

function Cost({ term, words }: { term: string; words: string }) {
  return (
    <div>
      <dt className="text-xs text-ink-3">{term}</dt>
      <dd className="text-sm">{words}</dd>
    </div>
  );
}

function Blocks({ exit }: { exit: Exit }) {
  if (exit.closed !== null) {
    return (
      <p className="flex items-start gap-1.5 text-sm">
        <StatusIcon tone="late" size={14} className="mt-0.5" />
        <span>Closed. {exit.closed}</span>
      </p>
    );
  }
  if (exit.key !== "submit") return null;
  if (exit.blocks.length === 0) {
    return (
      <p className="flex items-start gap-1.5 text-sm">
        <StatusIcon tone="ok" size={14} className="mt-0.5" />
        <span>Nothing in the facts stands in its way on the planned day</span>
      </p>
    );
  }
  return (
    <ul aria-label="What stands in its way" className="flex flex-col gap-1 text-sm">
      {exit.blocks.map((block) => (
        <li key={block} className="flex items-start gap-1.5">
          <StatusIcon tone="late" size={14} className="mt-0.5" />
          <span>{block}</span>
        </li>
      ))}
    </ul>
  );
}

function ExitColumn({ exit, children }: { exit: Exit; children?: ReactNode }) {
  const id = `exit-${exit.key}`;
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-3 px-4 py-3.5">
      <div>
        <h3 id={id} className="font-[650]">
          {exit.title}
        </h3>
        <p className="text-sm text-ink-2">{exit.outcome}</p>
      </div>
      <Blocks exit={exit} />
      <dl className="flex flex-col gap-2">
        <Cost term="Costs in days" words={exit.costs.days} />
        <Cost term="Points" words={exit.costs.points} />
        <Cost term="Rank" words={exit.costs.rank} />
      </dl>
      {children && <div className="mt-auto pt-1">{children}</div>}
    </section>
  );
}

interface ExitsCardProps {
  exits: readonly Exit[];
  /** What takes a way that is open to the viewer. */
  actions: Readonly<Partial<Record<Exit["key"], ReactNode>>>;
}

/** The ways out of an invitation side by side, each with what it costs, and what takes it. */
export function ExitsCard({ exits, actions }: ExitsCardProps) {
  return (
    <Card labelledBy="exits">
      <CardHeader id="exits" title="The ways out" detail="and what each costs" />
      <div className="grid divide-line max-lg:divide-y lg:grid-cols-3 lg:divide-x">
        {exits.map((exit) => (
          <ExitColumn key={exit.key} exit={exit}>
            {actions[exit.key]}
          </ExitColumn>
        ))}
      </div>
    </Card>
  );
}
