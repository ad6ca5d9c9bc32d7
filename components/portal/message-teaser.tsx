import { SendHorizontal } from "lucide-react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Avatar } from "@/components/ui/avatar";
import { TextField } from "@/components/ui/input";
import type { FirmDay } from "@/lib/cases/types";
import { sendMessageAction } from "@/lib/messages/actions";
import type { PortalHome } from "@/lib/portal/types";
import { whenNear } from "./near-date";
import { portalWords } from "./words";

interface MessageTeaserProps {
  caseId: string;
  message: PortalHome["message"];
  /** Who reads what is written. */
  to: string;
  day: FirmDay;
}

/** The firm's last message, and a line to answer it. */
export async function MessageTeaser({ caseId, message, to, day }: MessageTeaserProps) {
  const words = await portalWords();
  const [given = to] = to.split(" ");
  return (
    <div className="rounded-lg border border-line bg-surface p-4">
      {message === null ? (
        <p className="mb-4 text-ink-2">{words.t("home.noMessage")}</p>
      ) : (
        <article>
          <header className="mb-2.5 flex items-center gap-2.5 leading-tight">
            <Avatar name={message.authorName} size="md" />
            <p>
              <span className="block font-semibold">{message.authorName}</span>
              <time
                dateTime={message.at.toISOString()}
                className="block text-base text-ink-2 first-letter:uppercase"
              >
                {whenNear(message.at, day, words)}
              </time>
            </p>
          </header>
          {message.item !== null && (
            <p className="mb-1.5 text-base text-ink-2">
              {words.t("home.about", { item: words.rule(message.item.title) })}
            </p>
          )}
          <p className="mb-4 rounded-lg rounded-tl-sm bg-sunken px-3.5 py-3 wrap-anywhere whitespace-pre-wrap">
            {message.body || words.t("home.onlyFiles")}
          </p>
        </article>
      )}
      <ActionForm
        action={sendMessageAction}
        hidden={{ caseId, requirementId: message?.item?.id ?? "" }}
        successMessage={words.t("home.sent")}
        resetOnSuccess
        label={words.t("home.writeTo", { name: given })}
      >
        <div className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <TextField
              name="body"
              label={words.t("home.writeTo", { name: given })}
              hideLabel
              placeholder={words.t("home.writeTo", { name: given })}
              required
            />
          </div>
          <SubmitButton variant="default" size="lg" icon={<SendHorizontal aria-hidden />} className="px-3.5">
            <span className="sr-only">{words.t("home.send")}</span>
          </SubmitButton>
        </div>
      </ActionForm>
    </div>
  );
}
