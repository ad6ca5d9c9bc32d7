import { Flag } from "lucide-react";
import type { CaseStage, FirmDay } from "@/lib/cases/types";
import { formatDateTime, zoneName } from "@/lib/format/dates";
import type { PortalHome } from "@/lib/portal/types";
import { JOURNEY, JOURNEY_STEP, storyOf } from "./journey-words";
import { StepList } from "./step-list";
import { portalWords } from "./words";

/** The number under which IRCC knows the application, and when it was sent. */
async function Sent({ sent, timeZone }: { sent: NonNullable<PortalHome["sent"]>; timeZone: string }) {
  const { t, locale: language } = await portalWords();
  return (
    <dl className="mt-4 grid gap-3 border-t border-line pt-4">
      <div>
        <dt className="text-base text-ink-2">{t("journey.number")}</dt>
        <dd className="text-lg font-[650] tracking-[-0.01em] wrap-anywhere">{sent.number}</dd>
      </div>
      <div>
        <dt className="text-base text-ink-2">{t("journey.sentOn")}</dt>
        <dd>
          {formatDateTime(sent.at, timeZone, { language })}, {zoneName(timeZone, language)}
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
export async function JourneyCard({ stage, sent, day }: JourneyCardProps) {
  const { t } = await portalWords();
  const story = storyOf(stage);
  const step = JOURNEY_STEP[stage];
  return (
    <>
      <section aria-labelledby="stage" className="mt-4 rounded-lg border border-line-strong bg-surface p-5">
        <h2 id="stage" className="text-lg font-[650] tracking-[-0.01em] text-balance">
          {t(`journey.stories.${story}.title`)}
        </h2>
        <p className="mt-2">{t(`journey.stories.${story}.text`)}</p>
        {sent !== null && <Sent sent={sent} timeZone={day.timeZone} />}
        <h3 className="mt-4 flex items-center gap-2 text-base font-[650]">
          <Flag size={18} strokeWidth={1.75} aria-hidden />
          {t("journey.next")}
        </h3>
        <p className="mt-1 text-ink-2">{t(`journey.stories.${story}.next`)}</p>
      </section>
      {step !== null && (
        <section
          aria-label={t("journey.where")}
          className="mt-4 overflow-hidden rounded-lg border border-line bg-surface"
        >
          <StepList
            label={t("journey.where")}
            steps={JOURNEY.map((name) => ({
              label: t(`journey.steps.${name}.label`),
              text: t(`journey.steps.${name}.text`),
            }))}
            current={step}
          />
        </section>
      )}
    </>
  );
}
