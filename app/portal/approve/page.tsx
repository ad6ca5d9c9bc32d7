import type { Metadata } from "next";
import { ConfirmFacts } from "@/components/portal/confirm-facts";
import { PageTitle } from "@/components/portal/page-title";
import { SectionObjection } from "@/components/portal/section-objection";
import { Button } from "@/components/ui/button";
import { ChangeList } from "@/components/ui/change-list";
import { Notice } from "@/components/ui/notice";
import { ReadingSheet } from "@/components/ui/reading-sheet";
import { dateInZone, formatDate } from "@/lib/format/dates";
import { requestLocale, translations } from "@/lib/i18n/request-locale";
import { loadFactsPage } from "@/lib/submission/sheet/loaders";
import type { Approval, FactsPage, SheetSection } from "@/lib/submission/sheet/types";

type Say = Awaited<ReturnType<typeof translations<"confirm">>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations("confirm"))("title") };
}

interface Reading {
  t: Say;
  page: FactsPage;
  /** The day of an instant, in the reader's language. */
  day: (at: Date) => string;
}

/** What was confirmed and no longer counts, with what is different now. */
function Stale({ t, day, approval }: Reading & { approval: Approval }) {
  const words = {
    changed: t("changed"),
    added: t("added"),
    removed: t("removed"),
    before: (text: string) => t("before", { text }),
    now: (text: string) => t("now", { text }),
  };
  const { changes } = approval;
  if (changes.length === 0) {
    return <Notice tone="info" title={t("again", { date: day(approval.at) })} className="mb-4" />;
  }
  return (
    <Notice tone="watch" title={t("stale", { date: day(approval.at) })} className="mb-4">
      <p>{t("staleText")}</p>
      <ChangeList changes={changes} words={words} />
    </Notice>
  );
}

/** Copies of earlier confirmations, each as it was. */
function Earlier({ t, day, approvals }: Reading & { approvals: readonly Approval[] }) {
  const kept = approvals.flatMap(({ sheet, ...rest }) => (sheet === null ? [] : [{ ...rest, sheet }]));
  if (kept.length === 0) return null;
  return (
    <section aria-labelledby="earlier" className="mt-6">
      <h2 id="earlier" className="mb-2 font-[650]">
        {t("earlier")}
      </h2>
      {kept.map(({ id, at, sheet }) => (
        <details key={id} className="mb-2 rounded-lg border border-line bg-surface p-4">
          <summary className="min-h-6 cursor-pointer">{t("earlierOn", { date: day(at) })}</summary>
          <div className="mt-3">
            <ReadingSheet groups={sheet.groups} lang={sheet.locale} name={`copy-${id}`} level={3} />
          </div>
        </details>
      ))}
    </section>
  );
}

/** What is said to be wrong in one section, and the form to say it. */
function objectionBelow({ t, page, day }: Reading) {
  return function Below(section: SheetSection, group: string) {
    const said = page.objections
      .filter((objection) => objection.section === section.id)
      .map(({ id, note, at, answer, answeredAt, answeredBy }) => ({
        id,
        said: t("youSaid", { date: day(at), note }),
        answer:
          answer === null || answeredAt === null
            ? null
            : t("answered", { name: answeredBy ?? page.day.firmName, date: day(answeredAt), answer }),
      }));
    const words = {
      ...{ wrong: t("wrong"), wrongText: t("wrongText"), note: t("note"), waiting: t("waiting") },
      wrongAria: t("wrongAria", { section: `${section.title}, ${group}` }),
      ...{ send: t("send"), sending: t("sending") },
    };
    return (
      <SectionObjection
        {...{ caseId: page.caseId, section: section.id, locale: page.sheet.locale, said, words }}
        open={page.mayObject}
      />
    );
  };
}

/** The facts that go to IRCC, and the client's word that they are true: on a copy that nothing changes. */
export default async function ApprovePage() {
  const locale = await requestLocale();
  const t = await translations("confirm");
  const page = await loadFactsPage(locale);
  const { confirm, approvals, sheet } = page;
  const day = (at: Date) => formatDate(dateInZone(at, page.day.timeZone), locale);
  const reading = { t, page, day };
  const standing = approvals.find(({ holds }) => holds) ?? null;
  const [latest] = approvals;
  const shown = standing?.sheet ?? sheet;
  return (
    <>
      <PageTitle
        title={t("title")}
        back={{ href: "/portal", label: t("back") }}
        lead={
          <>
            {t("lead")}{" "}
            <span className="whitespace-nowrap">{t("asOf", { date: formatDate(shown.on, locale) })}</span>
          </>
        }
      />
      {standing && (
        <Notice tone="ok" title={t("confirmed", { date: day(standing.at) })} className="mb-4">
          {t("confirmedText")}
        </Notice>
      )}
      {!standing && latest && <Stale {...reading} approval={latest} />}
      {!standing && !confirm.allowed && (
        <Notice tone="info" title={t(`why.${confirm.why}`)} className="mb-4" />
      )}
      <ReadingSheet groups={shown.groups} lang={shown.locale} name="facts" below={objectionBelow(reading)} />
      {standing ? (
        <>
          <p className="mt-4 text-base break-all text-ink-2">
            {t("fingerprint", { hash: standing.sha256 ?? "" })}
          </p>
          <Button href="/portal" className="mt-3">
            {t("back")}
          </Button>
        </>
      ) : (
        confirm.allowed && (
          <ConfirmFacts
            page={page}
            words={{
              ...{ checkbox: t("checkbox"), button: t("button"), pending: t("pending") },
              ...{ after: t("after"), meanwhile: t("meanwhile"), reread: t("reread") },
            }}
          />
        )
      )}
      <Earlier {...reading} approvals={approvals.filter((approval) => approval !== standing)} />
    </>
  );
}
