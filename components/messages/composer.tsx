"use client";

import { useRef, useTransition, type ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { SelectField } from "@/components/ui/select";
import { TextareaField } from "@/components/ui/textarea";
import { sendMessageAction } from "@/lib/messages/actions";
import type { TemplateName } from "@/lib/messages/templates/types";
import type { Thread } from "@/lib/messages/types";
import { Attachments } from "./attachments";
import { useKeptWords } from "./use-kept-words";

interface Wordings {
  names: readonly TemplateName[];
  /** One of them, filled for this thread at the moment of asking. */
  fill: (id: string) => Promise<string>;
  /** The words of one, where the page was opened with it. */
  picked: string;
}

interface ComposerProps {
  thread: Pick<Thread, "caseId" | "item" | "unreadIds" | "drafts">;
  /** Who will read it: `Maria`, `your consultant`. */
  to: string;
  /** Where a file is chosen and sent for this message. */
  upload: ReactNode;
  /** The firm's wordings; for staff. */
  wordings?: Wordings;
}

/** Writes to the other side in one thread, with files; what is typed survives until it is sent. */
export function Composer({ thread, to, upload, wordings }: ComposerProps) {
  const t = useTranslations("messages");
  const { caseId, item, unreadIds, drafts } = thread;
  const place = useRef<HTMLDivElement>(null);
  const words = useKeptWords(place, `message:${caseId}:${item?.id ?? "general"}`);
  const [isFilling, startFilling] = useTransition();
  const insert = (id: string, { fill }: Wordings) =>
    startFilling(async () => {
      if (id !== "") words.insert(await fill(id));
    });
  return (
    <div ref={place} className="print:hidden">
      <ActionForm
        action={sendMessageAction}
        hidden={{ caseId, requirementId: item?.id ?? "" }}
        successMessage={t("sent")}
        resetOnSuccess
        onSuccess={words.forget}
        label={t("form")}
      >
        {unreadIds.map((id) => (
          <input key={id} type="hidden" name="read" value={id} readOnly />
        ))}
        {drafts.map(({ id }) => (
          <input key={id} type="hidden" name="files" value={id} readOnly />
        ))}
        {wordings && (
          <div className="mb-3 max-w-90" aria-busy={isFilling}>
            <SelectField
              name="template"
              label={t("template")}
              emptyLabel={t("templateChoose")}
              options={wordings.names.map(({ id, title }) => ({ value: id, label: title }))}
              onValueChange={(id) => insert(id, wordings)}
            />
          </div>
        )}
        <div
          onInput={(event) => {
            if (event.target instanceof HTMLTextAreaElement) words.keep(event.target.value);
          }}
        >
          <TextareaField
            name="body"
            label={t("to", { to })}
            rows={3}
            maxLength={5000}
            defaultValue={wordings?.picked}
          />
        </div>
        <Attachments drafts={drafts} upload={upload} />
        <div className="mt-3">
          <SubmitButton pendingLabel={t("sending")}>{t("send")}</SubmitButton>
        </div>
      </ActionForm>
    </div>
  );
}
