import { UploadPanel } from "@/components/documents/upload-panel";
import { Composer } from "@/components/messages/composer";
import { filledWords } from "@/components/messages/filled-templates";
import { MarkRead } from "@/components/messages/mark-read";
import { MessageList } from "@/components/messages/message-list";
import { SearchForm, SearchResults } from "@/components/messages/message-search";
import { PlaceFile } from "@/components/messages/place-file";
import { SettleButton } from "@/components/messages/settle-button";
import { ThreadList } from "@/components/messages/thread-list";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { loadCaseHeader } from "@/lib/cases/loaders";
import type { CaseHeader } from "@/lib/cases/types";
import { loadChecklist } from "@/lib/checklist/loaders";
import { translations } from "@/lib/i18n/request-locale";
import { loadConversation, loadMessageSearch } from "@/lib/messages/loaders";
import { loadOfferedTemplates } from "@/lib/messages/templates/loaders";
import type { Thread } from "@/lib/messages/types";
import { fillTemplate } from "./fill-template";

type Asked = Partial<Record<"item" | "before" | "q" | "template" | "file", string | string[]>>;

interface MessagesPageProps {
  params: Promise<{ number: string }>;
  /** `item`: an item's id, or `general`; `file`: one that came with a message; `template`: a wording to begin with. */
  searchParams: Promise<Asked>;
}

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : null);

function CannotRead({ status }: { status: CaseHeader["accountStatus"] }) {
  if (status === "active") return null;
  return (
    <Notice tone="watch" title="The client cannot read this yet" className="mb-4 print:hidden">
      {status === null
        ? "They have no account. Invite them from the overview; your messages wait for them."
        : "They have not accepted the invitation to the portal; your messages wait for them."}
    </Notice>
  );
}

/** What a file of a message may be put to. */
async function linesOf(number: string) {
  const { groups } = await loadChecklist(number);
  return groups.flatMap(({ name, items }) =>
    items
      .filter(({ state }) => state !== "waived")
      .map(({ id, title }) => ({ id, label: `${title} (${name})` })),
  );
}

/** The ways through a long thread. */
function Pages({ thread, base }: { thread: Thread; base: string }) {
  const here = `${base}?item=${thread.item?.id ?? "general"}`;
  if (thread.older === null && !thread.hasNewer) return null;
  return (
    <div className="flex flex-wrap gap-2 px-4 pt-3 print:hidden">
      {thread.older !== null && (
        <Button href={`${here}&before=${thread.older}`} size="sm" variant="quiet">
          Older messages
        </Button>
      )}
      {thread.hasNewer && (
        <Button href={here} size="sm" variant="quiet">
          To the newest messages
        </Button>
      )}
    </div>
  );
}

interface OpenThreadProps {
  thread: Thread;
  file: CaseHeader;
  base: string;
  template: string | null;
}

/** The thread that is open: its messages, and a place to answer. */
async function OpenThread({ thread, file, base, template }: OpenThreadProps) {
  const { item, allowed, waitingIds } = thread;
  const hasFiles = thread.messages.some(({ files }) => files.length > 0);
  const lines = allowed.place && hasFiles ? await linesOf(file.number) : [];
  const offered = allowed.send ? await loadOfferedTemplates(file.id, item?.id ?? null) : null;
  const words = await translations("messages");
  const title = item === null ? `Messages with ${file.displayName}` : item.title;
  return (
    <Card labelledBy="thread" className="print:border-0">
      <CardHeader
        id="thread"
        title={title}
        count={thread.unread > 0 ? `${thread.unread} new` : undefined}
        detail={item === null ? undefined : `with ${file.displayName}`}
        actions={
          item !== null && (
            <Button
              href={`/review/${item.id}?case=${file.number}`}
              variant="quiet"
              size="sm"
              className="print:hidden"
            >
              Open the item
            </Button>
          )
        }
      />
      <Pages thread={thread} base={base} />
      {thread.messages.length === 0 ? (
        <EmptyState title="No messages yet">
          What you write here is in the client’s portal at once, and they are told by e-mail that it is there.
        </EmptyState>
      ) : (
        <MessageList
          thread={thread}
          fileTools={
            lines.length === 0
              ? undefined
              : (sent) =>
                  sent.placedAt === null ? (
                    <PlaceFile file={sent} lines={lines} likely={item?.id ?? null} />
                  ) : (
                    <span className="px-2 text-sm text-ink-2">
                      {words("placedAt", { item: sent.placedAt.title })}
                    </span>
                  )
          }
        />
      )}
      {allowed.send && (
        <CardBody className="border-t border-line print:hidden">
          {waitingIds.length > 0 && (
            <div className="mb-4 flex flex-wrap items-center justify-between gap-2">
              <p className="text-sm text-ink-2">The client waits for an answer.</p>
              <SettleButton caseId={file.id} ids={waitingIds} />
            </div>
          )}
          <Composer
            key={item?.id ?? "general"}
            thread={thread}
            to={file.displayName}
            upload={
              <UploadPanel
                look="staff"
                caseId={file.id}
                requirementId={null}
                forMessage
                messageItem={item?.id ?? null}
              />
            }
            wordings={
              offered === null || offered.templates.length === 0
                ? undefined
                : {
                    names: offered.templates.map(({ id, title: name }) => ({ id, title: name })),
                    fill: fillTemplate.bind(null, file.id, item?.id ?? null),
                    picked: template === null ? "" : filledWords(offered, template),
                  }
            }
          />
        </CardBody>
      )}
    </Card>
  );
}

/** What client and firm write to each other: every thread of the case, and one of them open. */
export default async function MessagesPage({ params, searchParams }: MessagesPageProps) {
  const { number } = await params;
  const asked = await searchParams;
  const file = await loadCaseHeader(number);
  const conversation = await loadConversation(file.id, one(asked.item), one(asked.before), one(asked.file));
  const { thread } = conversation;
  const base = `/cases/${number}/messages`;
  const query = (one(asked.q) ?? "").trim();
  return (
    <>
      <CannotRead status={file.accountStatus} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[20rem_minmax(0,1fr)] print:block">
        <div className="flex flex-col gap-3 print:hidden">
          <SearchForm base={base} query={query} />
          {query === "" && <ThreadList conversation={conversation} base={base} />}
        </div>
        {query === "" ? (
          <OpenThread {...{ thread, file, base }} template={one(asked.template)} />
        ) : (
          <SearchResults
            search={await loadMessageSearch(file.id, query)}
            base={base}
            timeZone={thread.day.timeZone}
          />
        )}
      </div>
      {query === "" && file.mine && thread.unreadIds.length > 0 && (
        <MarkRead caseId={file.id} ids={thread.unreadIds} />
      )}
    </>
  );
}
