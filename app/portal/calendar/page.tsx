import type { Metadata } from "next";
import { FeedForm } from "@/components/calendar/feed-form";
import { PageTitle } from "@/components/portal/page-title";
import { portalWords } from "@/components/portal/words";
import { loadClientFeed } from "@/lib/calendar/loaders";
import { dateInZone, formatDate } from "@/lib/format/dates";
import { translations } from "@/lib/i18n/request-locale";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translations("calendar");
  return { title: t("page.title") };
}

/** A client's own dates in their own calendar. */
export default async function PortalCalendarPage() {
  const { feed, timeZone } = await loadClientFeed();
  const { t: portal, locale } = await portalWords();
  const t = await translations("calendar");
  const texts = {
    names: t("page.names"),
    make: t(feed === null ? "page.make" : "page.renew"),
    revoke: t("page.revoke"),
    made: t("page.made"),
    revoked: t("page.revoked"),
    address: t("page.address"),
    once: t("page.once"),
  };
  const dayOf = (instant: Date) => formatDate(dateInZone(instant, timeZone), locale);
  const back = { href: "/portal", label: portal("frame.back") };
  return (
    <>
      <PageTitle title={t("page.title")} back={back} lead={t("page.lead")} />
      <FeedForm feedId={feed?.id ?? null} texts={texts} scopes={null}>
        {feed !== null && (
          <p>
            {t("page.live", { date: dayOf(feed.createdAt) })}{" "}
            {feed.lastFetchedAt === null
              ? t("page.never")
              : t("page.fetched", { date: dayOf(feed.lastFetchedAt) })}{" "}
            {t("page.ends")}
          </p>
        )}
      </FeedForm>
    </>
  );
}
