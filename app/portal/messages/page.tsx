import type { Metadata } from "next";
import { MarkRead } from "@/components/messages/mark-read";
import { MessageForm } from "@/components/messages/message-form";
import { MessageList } from "@/components/messages/message-list";
import { PageTitle } from "@/components/portal/page-title";
import { portalWords } from "@/components/portal/words";
import { Button } from "@/components/ui/button";
import { loadClientThread } from "@/lib/messages/loaders";
import { loadOwnFrame } from "@/lib/portal/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await portalWords()).t("talk.title") };
}

interface PortalMessagesPageProps {
  searchParams: Promise<{ before?: string | string[] }>;
}

/** What client and firm wrote to each other, and a place to write. */
export default async function PortalMessagesPage({ searchParams }: PortalMessagesPageProps) {
  const { t } = await portalWords();
  const { before } = await searchParams;
  const { caseId, consultant } = await loadOwnFrame();
  const thread = await loadClientThread(caseId, typeof before === "string" ? before : null);
  return (
    <>
      <PageTitle title={t("talk.title")} lead={t("talk.lead", { consultant })} />
      {(thread.older !== null || thread.messages.length > 0) && (
        <div className="rounded-lg border border-line bg-surface">
          {thread.older !== null && (
            <div className="px-2 pt-2">
              <Button href={`/portal/messages?before=${thread.older}`} variant="quiet">
                {t("talk.older")}
              </Button>
            </div>
          )}
          <MessageList thread={thread} />
        </div>
      )}
      {thread.messages.length === 0 && <p className="text-ink-2">{t("talk.none")}</p>}
      {thread.allowed.send && (
        <div className="mt-6">
          <MessageForm caseId={caseId} to={consultant} />
        </div>
      )}
      {thread.unread > 0 && thread.shownUntil !== null && (
        <MarkRead caseId={caseId} until={thread.shownUntil} />
      )}
    </>
  );
}
