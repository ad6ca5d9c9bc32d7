import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { StatusIcon } from "./status-icon";
import type { Tone } from "./tone";
import { toneText } from "./tone";

export interface Stat {
  label: string;
  /** One bold value. */
  value: ReactNode;
  /** Lightly after the value: `to 26 Dec 2026, day 60`. */
  aside?: ReactNode;
  /** One line of reason. */
  reason?: ReactNode;
  /** Colours the reason, with its sign. */
  tone?: Extract<Tone, "watch" | "late">;
}

const columns: Readonly<Record<number, string>> = {
  2: "lg:grid-cols-2",
  3: "lg:grid-cols-3",
  4: "lg:grid-cols-4",
};

/** The cells of a case's head (stage, next date, ready, owner) or of a board: each one value and one reason. */
export function StatCells({ items, className }: { items: readonly Stat[]; className?: string }) {
  return (
    <dl
      className={classNames(
        "grid gap-px overflow-hidden rounded-lg border border-line bg-line min-[360px]:grid-cols-2",
        columns[items.length],
        className,
      )}
    >
      {items.map((stat) => (
        <div key={stat.label} className="min-w-0 bg-surface px-4 py-2.5 max-md:px-3">
          <dt className="text-xs text-ink-3">{stat.label}</dt>
          <dd className="flex flex-wrap items-center gap-x-2 text-md font-[650] tracking-[-0.006em]">
            {stat.value}
            {stat.aside !== undefined && (
              <span className="text-base font-normal tracking-normal text-ink-2">{stat.aside}</span>
            )}
          </dd>
          {stat.reason !== undefined && (
            <dd className={classNames("flex items-center gap-1.5 text-sm", toneText[stat.tone ?? "neutral"])}>
              {stat.tone && <StatusIcon tone={stat.tone} size={14} />}
              <span className="min-w-0">{stat.reason}</span>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
