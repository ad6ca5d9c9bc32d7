import { MarkRead } from "@/components/messages/mark-read";
import { MessageForm } from "@/components/messages/message-form";
import { MessageList } from "@/components/messages/message-list";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { loadCaseHeader } from "@/lib/cases/loaders";
import { loadThread } from "@/lib/messages/loaders";

interface MessagesPageProps {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
}

/** What client and firm write to each other. */
export default async function MessagesPage({ params, searchParams }: MessagesPageProps) {
  const { number } = await params;
  const { before } = await searchParams;
  const file = await loadCaseHeader(number);
  const thread = await loadThread(file.id, typeof before === "string" ? before : null);
  return (
    <div className="max-w-220">
      {file.accountStatus !== "active" && (
        <Notice tone="watch" title="The client cannot read this yet" className="mb-4">
          {file.accountStatus === null
            ? "They have no account. Invite them from the overview; your messages wait for them."
            : "They have not accepted the invitation to the portal; your messages wait for them."}
        </Notice>
      )}
      <Card labelledBy="thread">
        <CardHeader
          id="thread"
          title={`Messages with ${file.displayName}`}
          count={thread.unread > 0 ? `${thread.unread} new` : undefined}
        />
        {thread.older !== null && (
          <div className="px-4 pt-3">
            <Button href={`/cases/${number}/messages?before=${thread.older}`} size="sm" variant="quiet">
              Older messages
            </Button>
          </div>
        )}
        {thread.messages.length === 0 ? (
          <EmptyState title="No messages yet">
            What you write here is in the client’s portal at once, and they are told by e-mail that it is
            there.
          </EmptyState>
        ) : (
          <MessageList thread={thread} />
        )}
        {thread.allowed.send && (
          <CardBody className="border-t border-line">
            <MessageForm caseId={file.id} to={file.displayName} />
          </CardBody>
        )}
      </Card>
      {file.mine && thread.unread > 0 && thread.shownUntil !== null && (
        <MarkRead caseId={file.id} until={thread.shownUntil} />
      )}
    </div>
  );
}
