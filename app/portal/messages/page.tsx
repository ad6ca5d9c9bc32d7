import type { Metadata } from "next";
import { UploadPanel } from "@/components/documents/upload-panel";
import { Composer } from "@/components/messages/composer";
import { MarkRead } from "@/components/messages/mark-read";
import { MessageList } from "@/components/messages/message-list";
import { SearchForm, SearchResults } from "@/components/messages/message-search";
import { ThreadList } from "@/components/messages/thread-list";
import { PageTitle } from "@/components/portal/page-title";
import { portalWords } from "@/components/portal/words";
import { Button } from "@/components/ui/button";
import { translations } from "@/lib/i18n/request-locale";
import { loadClientConversation, loadClientMessageSearch } from "@/lib/messages/loaders";
import type { Thread } from "@/lib/messages/types";
import { loadOwnFrame } from "@/lib/portal/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await portalWords()).t("talk.title") };
}

interface PortalMessagesPageProps {
  /** `item`: an item's id, or `general`. */
  searchParams: Promise<Partial<Record<"item" | "before" | "q", string | string[]>>>;
}

const BASE = "/portal/messages";
const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : null);

/** The thread that is open: what it is about, its messages, and a place to write. */
async function OpenThread({
  thread,
  consultant,
  named,
}: {
  thread: Thread;
  consultant: string;
  named: boolean;
}) {
  const { t, rule } = await portalWords();
  const words = await translations("messages");
  const { item, older, hasNewer } = thread;
  const here = `${BASE}?item=${item?.id ?? "general"}`;
  return (
    <section aria-labelledby={named ? "thread" : undefined}>
      {named && (
        <h2 id="thread" className="mb-2 text-lg font-[650]">
          {item === null ? words("general") : rule(item.title)}
        </h2>
      )}
      {(older !== null || hasNewer || thread.messages.length > 0) && (
        <div className="rounded-lg border border-line bg-surface">
          {(older !== null || hasNewer) && (
            <div className="flex flex-wrap gap-2 px-2 pt-2 print:hidden">
              {older !== null && (
                <Button href={`${here}&before=${older}`} variant="quiet">
                  {words("older")}
                </Button>
              )}
              {hasNewer && (
                <Button href={here} variant="quiet">
                  {words("newest")}
                </Button>
              )}
            </div>
          )}
          <MessageList thread={thread} />
        </div>
      )}
      {thread.messages.length === 0 && <p className="text-ink-2">{t("talk.none")}</p>}
      {thread.allowed.send && (
        <div className="mt-6">
          <Composer
            key={item?.id ?? "general"}
            thread={thread}
            to={consultant}
            upload={
              <UploadPanel
                caseId={thread.caseId}
                requirementId={null}
                forMessage
                messageItem={item?.id ?? null}
                what={words("attachWhat")}
              />
            }
          />
        </div>
      )}
    </section>
  );
}

/** What client and firm wrote to each other, by what it is about, and a place to write. */
export default async function PortalMessagesPage({ searchParams }: PortalMessagesPageProps) {
  const { t } = await portalWords();
  const asked = await searchParams;
  const { caseId, consultant } = await loadOwnFrame();
  const conversation = await loadClientConversation(caseId, one(asked.item), one(asked.before));
  const { thread, threads } = conversation;
  const query = (one(asked.q) ?? "").trim();
  const several = threads.length > 1;
  return (
    <>
      <PageTitle title={t("talk.title")} lead={t("talk.lead", { consultant })} />
      {several && query === "" && (
        <div className="mb-6">
          <ThreadList conversation={conversation} base={BASE} />
        </div>
      )}
      {query === "" ? (
        <OpenThread thread={thread} consultant={consultant} named={several} />
      ) : (
        <SearchResults
          search={await loadClientMessageSearch(caseId, query)}
          base={BASE}
          timeZone={thread.day.timeZone}
        />
      )}
      {(several || thread.messages.length > 0) && (
        <div className="mt-8">
          <SearchForm base={BASE} query={query} />
        </div>
      )}
      {query === "" && thread.unreadIds.length > 0 && <MarkRead caseId={caseId} ids={thread.unreadIds} />}
    </>
  );
}
