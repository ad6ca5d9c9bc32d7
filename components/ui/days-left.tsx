import { daysUntil, formatDayMonth, formatDaysLeft } from "@/lib/format/dates";
import type { Language } from "@/lib/format/language";
import { classNames } from "./class-names";
import { StatusIcon } from "./status-icon";
import type { Tone } from "./tone";
import { toneText } from "./tone";

interface DaysLeftProps {
  /** The deadline. */
  date: string;
  /** Today in the firm's zone (from the loader; never the machine's). */
  today: string;
  /** Before the date on the second line: `day 60`. */
  what?: string;
  /** Coloured only together with its sign. */
  tone?: Extract<Tone, "neutral" | "watch" | "late">;
  /** `board` is the big number of the deadline board, `line` puts both on one line. */
  look?: "stacked" | "board" | "line";
  language?: Language;
}

/** Distance first, then the date: `33 days`, under it `day 60, 26 Dec`. */
export function DaysLeft({
  date,
  today,
  what,
  tone = "neutral",
  look = "stacked",
  language = "en",
}: DaysLeftProps) {
  const left = daysUntil(date, today);
  const words = formatDaysLeft(left, language);
  const when = formatDayMonth(date, today, language);
  const sign = tone !== "neutral" && <StatusIcon tone={tone} size={14} />;
  const colour = tone === "neutral" ? "text-ink" : toneText[tone];

  if (look === "board") {
    return (
      <span className="block text-right whitespace-nowrap">
        <span className={classNames("block text-lg leading-5 font-semibold tracking-[-0.02em]", colour)}>
          {left}
          <span className="text-xs font-normal tracking-normal md:sr-only">
            {" "}
            {left === 1 || left === -1 ? "day" : "days"} left
          </span>
        </span>
        <time dateTime={date} className="block text-xs text-ink-2">
          {when}
        </time>
      </span>
    );
  }
  return (
    <span
      className={classNames(
        "whitespace-nowrap",
        look === "line" ? "inline-flex items-baseline gap-2" : "block",
      )}
    >
      <span
        className={classNames("inline-flex items-center gap-1 font-semibold first-letter:uppercase", colour)}
      >
        {sign}
        {words}
      </span>
      <span className={classNames("text-xs text-ink-2", look === "stacked" && "block")}>
        {what !== undefined && `${what}, `}
        <time dateTime={date}>{when}</time>
      </span>
    </span>
  );
}
