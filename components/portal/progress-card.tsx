import { Flag } from "lucide-react";
import { daysBetween, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { PartCounts, PortalPart, PortalWindow } from "@/lib/portal/types";
import { planWords, untilWords } from "./home-words";
import { portalWords } from "./words";

const FILLS: Readonly<Record<PortalPart, string>> = {
  accepted: "bg-ok",
  with_us: "bg-info",
  on_the_way: "bg-info/40",
  for_you: "bg-watch",
};

const PARTS = Object.keys(FILLS) as PortalPart[];

/** The parts of the list in one bar, with their names and numbers below: together they are the whole. */
export async function PartMeter({ parts }: { parts: PartCounts }) {
  const { t } = await portalWords();
  const text = PARTS.map((part) => `${parts[part]} ${t(`item.part.${part}`)}`).join(", ");
  return (
    <>
      <div role="img" aria-label={text} className="flex h-2.5 gap-0.5 overflow-hidden rounded-[5px]">
        {PARTS.filter((part) => parts[part] > 0).map((part) => (
          <span key={part} className={`rounded-[2px] ${FILLS[part]}`} style={{ flex: parts[part] }} />
        ))}
      </div>
      <ul className="mt-3 grid grid-cols-2 gap-x-3 gap-y-1 text-base text-ink-2">
        {PARTS.map((part) => (
          <li key={part} className="flex items-center gap-2">
            <span aria-hidden className={`size-2.5 shrink-0 rounded-[3px] ${FILLS[part]}`} />
            <span>
              <span className="font-[650] text-ink tabular-nums">{parts[part]}</span> {t(`item.part.${part}`)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Figure({ value, unit, detail }: { value: string; unit: string; detail: string }) {
  return (
    <p>
      <span className="block text-xl font-[650] tracking-[-0.02em] tabular-nums">
        {value} <span className="text-md font-semibold tracking-normal">{unit}</span>
      </span>
      <span className="block text-base text-ink-2">{detail}</span>
    </p>
  );
}

interface ProgressCardProps {
  window: PortalWindow;
  parts: PartCounts;
  today: IsoDate;
}

/** Days until the last day, documents accepted, and when the firm expects to send the application. */
export async function ProgressCard({ window, parts, today }: ProgressCardProps) {
  const words = await portalWords();
  const { t } = words;
  const total = PARTS.reduce((sum, part) => sum + parts[part], 0);
  const left = Math.max(0, window.daysLeft);
  const daysBefore = window.plannedOn === null ? 0 : daysBetween(window.plannedOn, window.lastDay);
  return (
    <section
      aria-label={t("home.progress")}
      className="mt-4 overflow-hidden rounded-lg border border-line bg-surface"
    >
      <div className="grid grid-cols-2 gap-3 px-5 pt-4 pb-1">
        <Figure
          value={String(left)}
          unit={t("home.daysLeft", { days: left })}
          detail={untilWords(window, words)}
        />
        {total > 0 && (
          <Figure
            value={String(parts.accepted)}
            unit={t("home.ofTotal", { total })}
            detail={t("home.documentsAccepted")}
          />
        )}
      </div>
      <div className="px-5 pt-3 pb-4">{total > 0 && <PartMeter parts={parts} />}</div>
      <p className="flex gap-2 border-t border-line px-5 py-3 text-base text-ink-2">
        <Flag size={18} strokeWidth={1.75} className="mt-0.5 shrink-0" aria-hidden />
        {planWords(window, today, daysBefore, words)}
      </p>
    </section>
  );
}
