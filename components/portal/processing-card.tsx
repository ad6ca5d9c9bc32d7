import { Flag } from "lucide-react";
import { StatusIcon } from "@/components/ui/status-icon";
import type { Tone } from "@/components/ui/tone";
import type { FirmDay } from "@/lib/cases/types";
import { daysUntil, formatDate } from "@/lib/format/dates";
import type { ClientView, TrackState } from "@/lib/processing/types";
import { portalWords, type Words } from "./words";

const TONES: Readonly<Record<TrackState, Tone>> = {
  not_started: "neutral",
  in_progress: "info",
  action_required: "watch",
  passed: "ok",
  failed: "late",
};

/** What the firm types about a letter is in the language of its own screens; nobody translates it. */
const FIRM_LANGUAGE = "en";

/** What happened is told from the newest; more of it is a question to the firm. */
const STEPS_SHOWN = 8;

interface Told {
  view: ClientView;
  day: FirmDay;
  words: Words;
}

function Todo({ view, day, words: { t, locale } }: Told) {
  if (view.letters.length === 0) return null;
  return (
    <section aria-labelledby="ircc-todo" className="mt-4 border-t border-line pt-4">
      <h3 id="ircc-todo" className="flex items-center gap-2 text-base font-[650]">
        <Flag size={18} strokeWidth={1.75} aria-hidden />
        {t("processing.todo")}
      </h3>
      <ul className="mt-2 grid gap-4">
        {view.letters.map(({ id, kind, dueOn, asks }) => {
          const left = daysUntil(dueOn, day.today);
          return (
            <li key={id}>
              <p className="font-semibold">
                {t(`processing.letters.${kind}`)}, {t("processing.due", { day: formatDate(dueOn, locale) })}
              </p>
              <p className={left <= 7 ? "text-late" : "text-ink-2"}>
                {left < 0 ? t("processing.late") : t("processing.dueDays", { days: left })}
              </p>
              <p className="mt-1 wrap-anywhere" lang={FIRM_LANGUAGE}>
                {asks}
              </p>
              {locale !== FIRM_LANGUAGE && <p className="text-sm text-ink-3">{t("processing.asWritten")}</p>}
              <p className="mt-1 text-ink-2">{t(`processing.hints.${kind}`)}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Checks({ view, words: { t, locale } }: Told) {
  return (
    <section aria-labelledby="ircc-checks" className="mt-4 border-t border-line pt-4">
      <h3 id="ircc-checks" className="text-base font-[650]">
        {t("processing.checks")}
      </h3>
      <ul className="mt-2 grid gap-2">
        {view.tracks.map(({ track, state, since }) => (
          <li key={track} className="flex items-start gap-2">
            <StatusIcon tone={TONES[state]} className="mt-1" />
            <span>
              {t(`processing.tracks.${track}`)}:{" "}
              <b className="font-semibold">{t(`processing.states.${state}`)}</b>
              {since !== null && (
                <span className="block text-ink-2">
                  {t("processing.since", { day: formatDate(since, locale) })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sentenceOf({ kind, track, state, letterKind }: ClientView["steps"][number], { t }: Words): string {
  return t(`processing.steps.${kind}`, {
    letter: letterKind === null ? "" : t(`processing.letterNames.${letterKind}`),
    track: track === null ? "" : t(`processing.tracks.${track}`),
    state: state === null ? "" : t(`processing.states.${state}`),
  });
}

function Happened({ view, words }: Told) {
  const { t, locale } = words;
  return (
    <section aria-labelledby="ircc-steps" className="mt-4 border-t border-line pt-4">
      <h3 id="ircc-steps" className="text-base font-[650]">
        {t("processing.happened")}
      </h3>
      <ol className="mt-2 grid gap-2">
        {view.steps.slice(0, STEPS_SHOWN).map((step) => (
          <li key={step.id}>
            <span className="block text-ink-2">{formatDate(step.happenedOn, locale)}</span>
            {sentenceOf(step, words)}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Where the application is at IRCC in plain words, what the client has to do, and what happened. */
export async function ProcessingCard({ view, day }: { view: ClientView; day: FirmDay }) {
  const words = await portalWords();
  const { t, locale } = words;
  const { headline, number, confirmationUntil } = view;
  const told = { view, day, words };
  return (
    <section
      aria-labelledby="processing"
      className="mt-4 rounded-lg border border-line-strong bg-surface p-5"
    >
      <h2 id="processing" className="text-lg font-[650] tracking-[-0.01em] text-balance">
        {t("processing.title")}
      </h2>
      <p className="mt-2">{t(`processing.headlines.${headline}`)}</p>
      {headline === "confirmed" && confirmationUntil !== null && (
        <p className="mt-2 font-semibold">
          {t("processing.until", { day: formatDate(confirmationUntil, locale) })}
        </p>
      )}
      {number !== null && (
        <p className="mt-2 text-ink-2">
          {t("processing.number")}: <span className="wrap-anywhere">{number}</span>
        </p>
      )}
      <Todo {...told} />
      <Checks {...told} />
      <Happened {...told} />
      <p className="mt-4 text-ink-2">{t("processing.askUs")}</p>
    </section>
  );
}
