import { Info } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { StatusIcon } from "./status-icon";
import type { Tone } from "./tone";

interface NoticeProps {
  tone?: Extract<Tone, "info" | "ok" | "watch" | "late">;
  /** What is the matter, in one sentence. */
  title?: ReactNode;
  children?: ReactNode;
  /** The one way out, at the right. */
  action?: ReactNode;
  /** Announced at once by screen readers: only for what has just happened. */
  live?: boolean;
  className?: string;
}

const soft = {
  info: "bg-info-soft",
  ok: "bg-ok-soft",
  watch: "bg-watch-soft",
  late: "bg-late-soft",
} as const;

/** A sentence that must be seen, tinted, with its sign. */
export function Notice({ tone = "info", title, children, action, live, className }: NoticeProps) {
  return (
    <div
      role={live ? (tone === "late" ? "alert" : "status") : undefined}
      className={classNames(
        "flex flex-wrap items-start gap-x-3 gap-y-2 rounded-lg px-4 py-3 text-ink",
        soft[tone],
        className,
      )}
    >
      {tone === "info" ? (
        <Info size={16} strokeWidth={1.75} className="mt-0.5 shrink-0 text-info" aria-hidden />
      ) : (
        <StatusIcon tone={tone} className="mt-0.5" />
      )}
      <div className="min-w-0 flex-1 basis-48">
        {title !== undefined && <p className="font-semibold">{title}</p>}
        {children !== undefined && (
          <div className={title === undefined ? undefined : "text-ink-2"}>{children}</div>
        )}
      </div>
      {action !== undefined && <div className="-my-0.5 ml-auto">{action}</div>}
    </div>
  );
}
