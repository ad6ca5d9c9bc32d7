import { Check, X } from "lucide-react";
import type { TrackPoint } from "@/lib/cases/overview/types";
import type { CaseHeader } from "@/lib/cases/types";
import { daysUntil, formatDate, formatDayMonth, formatDaysLeft } from "@/lib/format/dates";
import { WindowBar } from "./window-bar";

interface StageTrackProps {
  track: readonly TrackPoint[];
  file: CaseHeader;
}

function Dot({ state }: { state: TrackPoint["state"] }) {
  const shared = "absolute top-4 left-0 grid size-4 place-items-center rounded-full [&_svg]:size-3";
  if (state === "done")
    return (
      <span className={`${shared} bg-ink-2 text-surface`}>
        <Check aria-hidden strokeWidth={3} />
      </span>
    );
  if (state === "ended")
    return (
      <span className={`${shared} bg-late text-surface`}>
        <X aria-hidden strokeWidth={3} />
      </span>
    );
  if (state === "now") return <span className={`${shared} border-[5px] border-ink bg-surface`} />;
  return <span className={`${shared} border-[1.5px] border-dashed border-ink-3 bg-surface`} />;
}

function Line({ state, last }: { state: TrackPoint["state"]; last: boolean }) {
  if (last || state === "ended") return null;
  const look =
    state === "done" ? "border-t-2 border-ink-2" : "border-t-[1.5px] border-dashed border-line-strong";
  return <span aria-hidden className={`absolute top-[23px] right-1 left-5 ${look}`} />;
}

const STATE_WORDS = { done: "done", now: "now", next: "ahead", ended: "ended here" } as const;

function whenOf(point: TrackPoint, file: CaseHeader): string {
  if (point.state === "now") {
    if (file.window)
      return `${formatDaysLeft(daysUntil(file.window.endsOn, file.day.today))} to the end of the ITA`;
    return point.on === null ? "" : `since ${formatDate(point.on)}`;
  }
  if (point.on === null) return "";
  const date = formatDayMonth(point.on, file.day.today);
  return point.state === "next" ? `planned ${date}` : date;
}

/** The journey with its dates. Only the current stage gets width; on a phone the track scrolls inside itself. */
export function StageTrack({ track, file }: StageTrackProps) {
  const wide = file.window !== null;
  const columns = track
    .map((point) =>
      point.state === "now" ? (wide ? "minmax(17rem,2.6fr)" : "minmax(8rem,1.4fr)") : "minmax(5.25rem,1fr)",
    )
    .join(" ");
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label="Stages"
      className="mb-4 overflow-x-auto rounded-lg border border-line bg-surface px-4 pt-3 pb-3.5"
    >
      <ol
        aria-label="Stages"
        className={wide ? "grid min-w-[70rem]" : "grid min-w-[62rem]"}
        style={{ gridTemplateColumns: columns }}
      >
        {track.map((point, index) => {
          const bar = point.state === "now" && wide;
          return (
            <li
              key={point.label}
              aria-current={point.state === "now" ? "step" : undefined}
              className="relative min-w-0 pt-9"
            >
              {bar ? <WindowBar file={file} /> : <Dot state={point.state} />}
              {!bar && <Line state={point.state} last={index === track.length - 1} />}
              <p
                className={`pr-2 text-sm ${point.state === "now" || point.state === "ended" ? "font-[650]" : "font-[550] text-ink-2"}`}
              >
                {point.label}
                {bar && file.window && `, day ${file.window.day} of 60`}
                <span className="sr-only">, {STATE_WORDS[point.state]}</span>
              </p>
              <p className="pr-2 text-xs whitespace-nowrap text-ink-2">{whenOf(point, file)}</p>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
