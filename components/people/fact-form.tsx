"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useEffect, useRef, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-action";
import { FormActions } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { UnsavedGuard } from "@/components/forms/unsaved-guard";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useToasts } from "@/components/ui/toast";
import type { FactsChanged } from "@/lib/people/types";
import { StaleFact } from "./stale-fact";

interface FactFormProps {
  action: FormAction<FactsChanged>;
  /** Ids and the version the form was opened on. */
  hidden: Readonly<Record<string, string | number>>;
  /** The page without the form. */
  closeHref: string;
  /** The field that was pressed; the first one otherwise. */
  focus?: string;
  saveLabel?: string;
  children: ReactNode;
}

/** The form of one fact. Closes when it is saved, unless there is something to be read about what was saved. */
export function FactForm({ action, hidden, closeHref, focus, saveLabel = "Save", children }: FactFormProps) {
  const router = useRouter();
  const toasts = useToasts();
  const place = useRef<HTMLDivElement>(null);
  const [saved, setSaved] = useState<FactsChanged | null>(null);

  useEffect(() => {
    const fields = place.current?.querySelectorAll<HTMLElement>("input:not([type=hidden]), select, textarea");
    const pressed = [...(fields ?? [])].find((field) => field.getAttribute("name") === focus);
    (pressed ?? fields?.[0])?.focus();
  }, [focus]);

  if (saved) {
    return (
      <Notice
        live
        tone="watch"
        title={`Saved ${saved.savedAt}, with something to check`}
        action={
          <Button href={closeHref} scroll={false} size="sm">
            Done
          </Button>
        }
      >
        {saved.warnings.map((warning) => (
          <p key={warning}>{warning}</p>
        ))}
      </Notice>
    );
  }
  return (
    <div ref={place}>
      <ActionForm
        action={action}
        hidden={hidden}
        onSuccess={(data) => {
          if (data.warnings.length > 0) {
            setSaved(data);
            return;
          }
          toasts.say(`Saved ${data.savedAt}`);
          router.replace(closeHref, { scroll: false });
        }}
      >
        <UnsavedGuard />
        <StaleFact />
        <div className="flex flex-col gap-2">{children}</div>
        <FormActions>
          <SubmitButton pendingLabel="Saving…">{saveLabel}</SubmitButton>
          <Button href={closeHref} scroll={false} variant="quiet">
            Cancel
          </Button>
        </FormActions>
      </ActionForm>
    </div>
  );
}
