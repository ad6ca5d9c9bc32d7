import { Flag } from "lucide-react";
import type { CaseStage, FirmDay } from "@/lib/cases/types";
import { formatDateTime, zoneName } from "@/lib/format/dates";
import type { PortalHome } from "@/lib/portal/types";
import { JOURNEY, JOURNEY_STEP, JOURNEY_WORDS, STORIES } from "./journey-words";
import { StepList } from "./step-list";

/** The number under which IRCC knows the application, and when it was sent. */
function Sent({ sent, timeZone }: { sent: NonNullable<PortalHome["sent"]>; timeZone: string }) {
  return (
    <dl className="mt-4 grid gap-3 border-t border-line pt-4">
      <div>
        <dt className="text-base text-ink-2">{JOURNEY_WORDS.number}</dt>
        <dd className="text-lg font-[650] tracking-[-0.01em] wrap-anywhere">{sent.number}</dd>
      </div>
      <div>
        <dt className="text-base text-ink-2">{JOURNEY_WORDS.sentOn}</dt>
        <dd>
          {formatDateTime(sent.at, timeZone)}, {zoneName(timeZone)}
        </dd>
      </div>
    </dl>
  );
}

interface JourneyCardProps {
  stage: CaseStage;
  sent: PortalHome["sent"];
  day: FirmDay;
}

/** Where a case is that has no list to work through: what that means, what comes next, and the whole way. */
export function JourneyCard({ stage, sent, day }: JourneyCardProps) {
  const { title, text, next } = STORIES[stage];
  const step = JOURNEY_STEP[stage];
  return (
    <>
      <section aria-labelledby="stage" className="mt-4 rounded-lg border border-line-strong bg-surface p-5">
        <h2 id="stage" className="text-lg font-[650] tracking-[-0.01em] text-balance">
          {title}
        </h2>
        <p className="mt-2">{text}</p>
        {sent !== null && <Sent sent={sent} timeZone={day.timeZone} />}
        <h3 className="mt-4 flex items-center gap-2 text-base font-[650]">
          <Flag size={18} strokeWidth={1.75} aria-hidden />
          {JOURNEY_WORDS.nextHeading}
        </h3>
        <p className="mt-1 text-ink-2">{next}</p>
      </section>
      {step !== null && (
        <section
          aria-label={JOURNEY_WORDS.where}
          className="mt-4 overflow-hidden rounded-lg border border-line bg-surface"
        >
          <StepList label={JOURNEY_WORDS.where} steps={JOURNEY} current={step} />
        </section>
      )}
    </>
  );
}
