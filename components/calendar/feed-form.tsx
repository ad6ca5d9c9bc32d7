"use client";

import { useState, type ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Checkbox } from "@/components/ui/checkbox";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import { SelectField } from "@/components/ui/select";
import { makeFeedAction, revokeFeedAction } from "@/lib/calendar/actions";

/** What the form says, in the reader's language. */
export interface FeedTexts {
  names: string;
  make: string;
  revoke: string;
  made: string;
  revoked: string;
  address: string;
  once: string;
}

interface FeedFormProps {
  /** The feed there is; null: none. */
  feedId: string | null;
  texts: FeedTexts;
  /** Which cases, where there is a choice; null: one's own. */
  scopes: readonly { value: string; label: string }[] | null;
  scopeLabel?: string;
  /** What a live feed is, above its buttons. */
  children?: ReactNode;
}

/** Makes, renews and ends a person's calendar address. A new address is shown here, once. */
export function FeedForm({ feedId, texts, scopes, scopeLabel = "", children }: FeedFormProps) {
  const [made, setMade] = useState<{ feedId: string; address: string } | null>(null);
  const shown = made !== null && made.feedId === feedId ? made.address : null;
  return (
    <div className="flex flex-col gap-4">
      {shown !== null && (
        <Notice tone="ok" title={texts.address} live>
          <p className="flex flex-wrap items-center gap-2">
            <code className="font-mono text-sm break-all">{shown}</code>
            <CopyButton value={shown} label={texts.address} />
          </p>
          <p className="mt-1">{texts.once}</p>
        </Notice>
      )}
      {children}
      <ActionForm
        action={makeFeedAction}
        hidden={scopes === null ? { scope: "own" } : {}}
        successMessage={texts.made}
        onSuccess={setMade}
        label={texts.make}
        className="flex flex-col gap-4"
      >
        {scopes !== null && (
          <SelectField name="scope" label={scopeLabel} options={scopes} defaultValue="own" />
        )}
        <Checkbox name="withNames" label={texts.names} />
        <div>
          <SubmitButton>{texts.make}</SubmitButton>
        </div>
      </ActionForm>
      {feedId !== null && (
        <ActionForm
          action={revokeFeedAction}
          hidden={{ feedId }}
          successMessage={texts.revoked}
          onSuccess={() => setMade(null)}
          label={texts.revoke}
        >
          <SubmitButton variant="danger">{texts.revoke}</SubmitButton>
        </ActionForm>
      )}
    </div>
  );
}
