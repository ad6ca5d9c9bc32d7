import Link from "next/link";
import { KeptNotice } from "@/components/documents/upload/kept-notice";
import { DocumentGroups } from "@/components/portal/document-groups";
import { DoingList } from "@/components/portal/doing-list";
import { JourneyCard } from "@/components/portal/journey-card";
import { MessageTeaser } from "@/components/portal/message-teaser";
import { NextCard } from "@/components/portal/next-card";
import { OpeningList } from "@/components/portal/opening-list";
import { ProcessingCard } from "@/components/portal/processing-card";
import { PortalSection } from "@/components/portal/portal-section";
import { ProgressCard } from "@/components/portal/progress-card";
import { ReminderList } from "@/components/portal/reminder-list";
import { portalWords } from "@/components/portal/words";
import { loadOwnFrame, loadPortalHome } from "@/lib/portal/loaders";
import { loadClientReminders } from "@/lib/reminders/loaders";
import type { PortalHome } from "@/lib/portal/types";

/** Whose document the next thing is about. */
function personOf({ next, groups }: PortalHome) {
  if (!("item" in next)) return null;
  return groups.find(({ items }) => items.some(({ id }) => id === next.item.id))?.person ?? null;
}

/** The client's own page: the one thing for today first, before any count. */
export default async function PortalHomePage() {
  const { givenName, caseId, consultant, day } = await loadOwnFrame();
  const home = await loadPortalHome();
  const reminders = await loadClientReminders();
  const { t } = await portalWords();
  const { next, phase } = home;
  const hasCard = phase === "window" || next.kind === "redo" || next.kind === "send";
  return (
    <>
      <p className="text-ink-2">{t(`home.greeting.${home.partOfDay}`, { name: givenName })}</p>
      <h1 className="text-xl font-[650] tracking-[-0.015em] text-balance">
        {hasCard ? t(`home.heading.${next.kind}`) : t("journey.where")}
      </h1>
      {hasCard && <NextCard next={next} more={home.more} person={personOf(home)} today={day.today} />}
      <KeptNotice caseId={caseId} />
      {reminders.length > 0 && <ReminderList reminders={reminders} />}
      {phase !== "window" && home.processing !== null && <ProcessingCard view={home.processing} day={day} />}
      {phase !== "window" && <JourneyCard stage={home.stage} sent={home.sent} day={day} />}
      {phase === "window" && home.window && (
        <ProgressCard window={home.window} parts={home.parts} today={day.today} />
      )}
      {home.groups.length > 0 && (
        <PortalSection id="documents" title={t("home.documents")}>
          <DocumentGroups groups={home.groups} today={day.today} />
        </PortalSection>
      )}
      {home.doing.length > 0 && phase === "window" && (
        <PortalSection id="doing" title={t("home.doing")}>
          <DoingList doing={home.doing} day={day} />
        </PortalSection>
      )}
      {home.openings.length > 0 && (
        <PortalSection id="openings" title={t("home.openings")}>
          <div className="overflow-hidden rounded-lg border border-line bg-surface">
            <OpeningList openings={home.openings} day={day} />
            <Link
              prefetch={false}
              href="/portal/views"
              className="flex min-h-12 items-center border-t border-line px-4 text-[0.9375rem] font-medium text-link -outline-offset-2"
            >
              {t("home.everyView")}
            </Link>
          </div>
        </PortalSection>
      )}
      <p className="mt-8">
        <Link prefetch={false} href="/portal/calendar" className="text-link">
          {t("home.calendar")}
        </Link>
      </p>
      <PortalSection id="messages" title={t("home.messages")}>
        <MessageTeaser caseId={caseId} message={home.message} to={consultant} day={day} />
      </PortalSection>
    </>
  );
}
