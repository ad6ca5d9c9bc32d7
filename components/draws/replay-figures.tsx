import { InstantText } from "@/components/ui/date-text";
import type { RoundPage } from "@/lib/draws/types";
import type { ReplayPage } from "@/lib/draws/replay/types";
import { formatDate } from "@/lib/format/dates";
import { formatCount, formatNumber } from "@/lib/format/quantities";
import { LISTS } from "./replay-words";

function Figure({ label, value, reason }: { label: string; value: React.ReactNode; reason: string }) {
  return (
    <div>
      <dt className="text-xs text-ink-3">{label}</dt>
      <dd className="text-lg font-[650] tabular-nums">{value}</dd>
      <dd className="text-sm text-ink-2">{reason}</dd>
    </div>
  );
}

/** `4 less than on 16 Dec 2025`. */
function beforeIt({ round, sameProgram }: RoundPage): string {
  const before = sameProgram.filter(({ date }) => date < round.date).at(-1);
  if (!before) return "an equal score is decided by the tie-break";
  const difference = round.lowestCrs - before.lowestCrs;
  const than =
    difference === 0 ? "the same as" : `${Math.abs(difference)} ${difference > 0 ? "more" : "less"} than`;
  return `${than} on ${formatDate(before.date)}`;
}

/** What IRCC published, and how the firm's clients stood against it. */
export function ReplayFigures({ page }: { page: RoundPage }) {
  const { round, replay } = page;
  return (
    <div className="min-w-0 rounded-lg border border-line bg-surface">
      <dl className="grid gap-x-8 gap-y-3 px-4 py-3 sm:grid-cols-[auto_auto_1fr]">
        <Figure
          label="Invited by IRCC"
          value={formatNumber(round.invitations)}
          reason={
            round.poolTotal === null
              ? "size of the pool not published"
              : `of ${formatNumber(round.poolTotal)} in the pool`
          }
        />
        <Figure label="Lowest score" value={round.lowestCrs} reason={beforeIt(page)} />
        <Figure
          label="Tie-break: profile sent by, UTC"
          value={
            round.tieBreakAt ? <InstantText instant={round.tieBreakAt} zone="UTC" seconds /> : "Not published"
          }
          reason={
            round.tieBreakAt
              ? "an equal score sent later was not reached"
              : "every equal score counts as reached"
          }
        />
      </dl>
      {replay && replay.clients > 0 && <ReplayBar replay={replay} />}
    </div>
  );
}

function ReplayBar({ replay }: { replay: ReplayPage }) {
  return (
    <div className="border-t border-line px-4 py-3">
      <p className="mb-2 text-sm text-ink-2">
        <span className="font-semibold text-ink">
          {formatCount(replay.clients, "client")} of ours had a profile then.
        </span>{" "}
        Each is judged as it stood, by the rules of that day.
      </p>
      <div className="flex h-2 gap-0.5 overflow-hidden rounded-sm" aria-hidden>
        {LISTS.map(({ list, fill }) => (
          <span key={list} className={fill} style={{ flexGrow: replay.counts[list] }} />
        ))}
      </div>
      <dl className="mt-2 flex flex-wrap gap-x-8 gap-y-2">
        {LISTS.map(({ list, label, fill }) => (
          <div key={list} className="flex flex-col-reverse">
            <dt className="text-sm text-ink-2">{label}</dt>
            <dd className="flex items-center gap-1.5 text-md font-[650] tabular-nums">
              <span className={`size-2 rounded-sm ${fill}`} aria-hidden />
              {formatNumber(replay.counts[list])}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
