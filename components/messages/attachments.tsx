"use client";

import { Paperclip, X } from "lucide-react";
import { useState, useTransition, type ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { useToasts } from "@/components/ui/toast";
import { useHydrated } from "@/components/ui/use-hydrated";
import { formatBytes } from "@/lib/format/quantities";
import { discardFileAction } from "@/lib/messages/actions";
import type { DraftFile } from "@/lib/messages/types";

interface AttachmentsProps {
  drafts: readonly DraftFile[];
  upload: ReactNode;
}

/** Files that are safe already and wait for the message to be sent. */
function Waiting({ drafts }: Pick<AttachmentsProps, "drafts">) {
  const t = useTranslations("messages");
  const locale = useLocale();
  const toasts = useToasts();
  const [pending, startTransition] = useTransition();
  function discard(versionId: string): void {
    const form = new FormData();
    form.set("versionId", versionId);
    startTransition(async () => {
      const result = await discardFileAction(null, form);
      toasts.say(result.ok ? t("discarded") : result.message, result.ok ? undefined : "late");
    });
  }
  return (
    <ul aria-label={t("draftFiles")} className="mt-3 flex flex-col gap-2">
      {drafts.map(({ id, fileName, size }) => (
        <li
          key={id}
          className="flex items-center gap-2 rounded-md border border-line bg-sunken py-1 pr-1 pl-3"
        >
          <Paperclip aria-hidden size={16} className="shrink-0 text-ink-2" />
          <span className="min-w-0 flex-1 wrap-anywhere">
            {fileName} <span className="text-ink-2">{formatBytes(size, locale)}</span>
          </span>
          <IconButton
            label={t("discard", { file: fileName })}
            icon={<X aria-hidden />}
            variant="quiet"
            onClick={() => !pending && discard(id)}
          />
        </li>
      ))}
    </ul>
  );
}

/** Adds files to the message that is being written, each safe before it is sent. */
export function Attachments({ drafts, upload }: AttachmentsProps) {
  const t = useTranslations("messages");
  // Opened while so many files waited: the next one that is safe closes it.
  const [openedAt, setOpenedAt] = useState<number | null>(null);
  const hydrated = useHydrated();
  return (
    <div className="mt-2">
      {drafts.length > 0 && <Waiting drafts={drafts} />}
      <noscript>
        <p className="mt-2 text-sm text-ink-2">{t("needsScript")}</p>
      </noscript>
      {openedAt === drafts.length ? (
        <div className="mt-3 rounded-lg border border-line p-3">
          <p className="mb-2 text-sm text-ink-2">{t("attachNote")}</p>
          {upload}
          <Button variant="quiet" size="sm" className="mt-2" onClick={() => setOpenedAt(null)}>
            {t("attachClose")}
          </Button>
        </div>
      ) : (
        <Button
          variant="quiet"
          icon={<Paperclip aria-hidden />}
          className="mt-2"
          disabled={!hydrated}
          onClick={() => setOpenedAt(drafts.length)}
        >
          {t("attach")}
        </Button>
      )}
    </div>
  );
}
