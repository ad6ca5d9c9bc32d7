import type { Metadata } from "next";
import { buttonClass } from "@/components/ui/button-class";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { DefinitionList } from "@/components/ui/definition-list";
import { MailState } from "@/components/users/outbox-table";
import { RetryMailButton } from "@/components/queue/retry-mail-button";
import { loadOutboxMail } from "@/lib/mail/loaders";
import { loadPublicFrame } from "@/lib/users/loaders";

export const metadata: Metadata = { title: "Mail" };

export default async function OutboxMailPage({ params }: { params: Promise<{ id: string }> }) {
  const mail = await loadOutboxMail((await params).id);
  const { timeZone } = await loadPublicFrame();
  return (
    <Card labelledBy="mail">
      <CardHeader id="mail" title={mail.subject} />
      <CardBody>
        <DefinitionList
          items={[
            { term: "To", value: mail.to },
            { term: "Written", value: <InstantText instant={mail.createdAt} zone={timeZone} /> },
            { term: "State", value: <MailState state={mail.state} fault={mail.fault} /> },
          ]}
        />
        {mail.allowed.retry && <RetryMailButton mailId={mail.id} />}
        <p className="mt-4 max-w-140 break-words whitespace-pre-wrap">{mail.text}</p>
        {mail.link !== null && (
          <div className="mt-4">
            {/* A plain link: it leads to a route, not to a page. */}
            <a href={mail.link.url} className={buttonClass()}>
              {mail.link.label}
            </a>
          </div>
        )}
      </CardBody>
    </Card>
  );
}
