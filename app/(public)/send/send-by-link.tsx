"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { UploadPanel } from "@/components/documents/upload-panel";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useHydrated } from "@/components/ui/use-hydrated";

interface SendByLinkProps {
  /** Short name of the link. */
  linkRef: string;
  /** What is being sent. */
  title: string;
}

/** A name, then a file: sent by the door of the link. */
export function SendByLink({ linkRef, title }: SendByLinkProps) {
  const t = useTranslations("send");
  const upload = useTranslations("upload");
  const [sender, setSender] = useState("");
  const typed = sender.trim();
  // A name typed or a file chosen before the page is alive would be lost without a word.
  if (!useHydrated()) return <p className="text-ink-2">{upload("needsScript", { what: title })}</p>;
  return (
    <div className="flex flex-col gap-4">
      <Field name="sender" label={t("name")} hint={t("nameHint")} required>
        <Input
          autoComplete="name"
          maxLength={80}
          value={sender}
          onChange={(event) => setSender(event.target.value)}
        />
      </Field>
      {typed === "" ? (
        <p className="text-ink-2">{t("nameFirst")}</p>
      ) : (
        <UploadPanel
          look="portal"
          caseId={`link:${linkRef}`}
          requirementId={null}
          title={title}
          door={`/api/uploads/by-link/${linkRef}`}
          sender={typed}
          fileTitle={title}
          next={<p className="text-ink-2">{t("done")}</p>}
        />
      )}
    </div>
  );
}
