import { MessageSquare } from "lucide-react";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AppliedForm } from "@/components/checklist/applied-form";
import { ItemLinkButton } from "@/components/checklist/item-link-button";
import { TextsProvider } from "@/components/layout/texts-provider";
import { DocumentGuide, PointsCard } from "@/components/portal/document-guide";
import { bestByWords } from "@/components/portal/home-words";
import { shortName, sinceWords, stateWords, whose } from "@/components/portal/item-words";
import { PageTitle } from "@/components/portal/page-title";
import { PortalSection } from "@/components/portal/portal-section";
import { ReturnedBox } from "@/components/portal/returned-box";
import { VersionList } from "@/components/portal/version-list";
import { portalWords } from "@/components/portal/words";
import { Button } from "@/components/ui/button";
import { textsFor } from "@/lib/i18n/request-locale";
import { loadPortalDocument } from "@/lib/portal/loaders";
import type { PortalDocument } from "@/lib/portal/types";
import { SendDocument } from "./send-document";

interface DocumentPageProps {
  params: Promise<{ requirementId: string }>;
}

export async function generateMetadata({ params }: DocumentPageProps): Promise<Metadata> {
  const { item } = await loadPortalDocument((await params).requirementId);
  return { title: (await portalWords()).rule(item.title) };
}

/** Whose it is, where it is, and what that means for the client. */
async function Status({ document: { item, day, person } }: { document: PortalDocument }) {
  const words = await portalWords();
  const { t } = words;
  const isOpen = item.state === "requested" || item.state === "to_request";
  const note = item.responsible === "client" ? null : t(`document.from.${item.responsible}`);
  return (
    <div className="mb-4 rounded-lg border border-line bg-surface px-4 py-3.5">
      <p className="text-base text-ink-2">{whose(person, true, words)}</p>
      <p className="font-semibold">{stateWords(item, day.today, words)}</p>
      {item.part === "for_you" && item.bestBy !== null && (
        <p className="text-base text-ink-2">{bestByWords(item.bestBy, day.today, words)}</p>
      )}
      <p className="text-base text-ink-2">{sinceWords(item, day.today, words)}</p>
      {isOpen && note !== null && <p className="mt-1 text-[0.9375rem] text-ink-2">{note}</p>}
      {isOpen && !item.required && (
        <p className="mt-1 text-[0.9375rem] text-ink-2">{t("document.optional")}</p>
      )}
    </div>
  );
}

/** Two ways to send: open where it is asked for, folded where we have one or write it ourselves. */
async function SendPart({ folded, children }: { folded: boolean; children: ReactNode }) {
  const { t } = await portalWords();
  if (!folded) {
    return (
      <section aria-label={t("document.send")} className="mt-4">
        {children}
      </section>
    );
  }
  return (
    <details className="mt-4 rounded-lg border border-line bg-surface px-4">
      <summary className="flex min-h-12 list-none items-center text-link">{t("document.again")}</summary>
      <p className="mb-3 text-base text-ink-2">{t("document.againText")}</p>
      <div className="pb-4">{children}</div>
    </details>
  );
}

/** The client applied for it: from that day it is with whoever issues it. */
async function AppliedPart({ document: { item, version, day } }: { document: PortalDocument }) {
  const { t } = await portalWords();
  const { id: requirementId, appliedOn } = item;
  return (
    <details className="mt-4 rounded-lg border border-line bg-surface px-4">
      <summary className="flex min-h-12 list-none items-center text-link">
        {t(appliedOn === null ? "document.applied.open" : "document.applied.change")}
      </summary>
      <div className="pb-4">
        <AppliedForm
          {...{ requirementId, version, appliedOn, today: day.today }}
          texts={{
            day: t("document.applied.day"),
            hint: t("document.applied.hint"),
            save: t("document.applied.save"),
            saved: t("document.applied.saved"),
            takeBack: t("document.applied.takeBack"),
            takenBack: t("document.applied.takenBack"),
          }}
        />
      </div>
    </details>
  );
}

/** One document: why it came back or why it is needed, sending it, and everything that was sent. */
export default async function PortalDocumentPage({ params }: DocumentPageProps) {
  const document = await loadPortalDocument((await params).requirementId);
  const { item, person, points, versions, upload, day, returnedAt } = document;
  const words = await portalWords();
  const { t, rule } = words;
  return (
    <>
      <PageTitle title={rule(item.title)} back={{ href: "/portal/documents", label: t("document.back") }} />
      {item.returned ? (
        <>
          <ReturnedBox reason={item.returned.reason} fault={item.returned.fault} at={returnedAt} day={day} />
          <p className="mt-2 text-base text-ink-2">{sinceWords(item, day.today, words)}</p>
        </>
      ) : (
        <Status document={document} />
      )}
      {upload.allowed && (
        <SendPart folded={item.part === "with_us"}>
          <SendDocument
            caseId={document.caseId}
            requirementId={item.id}
            what={shortName(item, person, words)}
            fileTitle={rule(item.title)}
            texts={{ waking: t("document.waking"), needsScript: t("document.needsScript") }}
            asItIs={item.kind === "photo"}
          />
        </SendPart>
      )}
      {document.mayApply && <AppliedPart document={document} />}
      {upload.allowed && (
        <TextsProvider {...await textsFor("links")}>
          <ItemLinkButton requirementId={item.id} title={rule(item.title)} />
        </TextsProvider>
      )}
      <Button
        href={`/portal/messages?item=${item.id}`}
        variant="quiet"
        icon={<MessageSquare aria-hidden />}
        className="mt-2"
      >
        {t("document.messages", { count: document.unread })}
      </Button>
      <div className="mt-6">
        <DocumentGuide {...document} />
        <PointsCard points={points} />
      </div>
      {versions.length > 0 && (
        <PortalSection id="versions" title={t("document.versions")}>
          <VersionList versions={versions} day={day} />
        </PortalSection>
      )}
    </>
  );
}
