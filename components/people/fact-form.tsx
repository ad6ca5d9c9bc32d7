"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { AutosaveForm } from "@/components/forms/autosave-form";
import { dropDraft, readDraft, type Draft } from "@/components/forms/draft-store";
import type { FormAction } from "@/components/forms/form-action";
import { FormActions } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useToasts } from "@/components/ui/toast";
import type { FactsChanged } from "@/lib/people/types";
import { DraftOffer } from "./draft-offer";
import type { FactFormSetting } from "./form-target";
import { StaleFact } from "./stale-fact";
import { WarningLines } from "./warning-lines";

interface FactFormProps extends FactFormSetting {
  action: FormAction<FactsChanged>;
  /** Ids, and the version the form was opened on where there is a row. */
  hidden: Readonly<Record<string, string | number>>;
  /** Names the form among those of the file: `job.new.<person>`. */
  name: string;
  children: ReactNode;
}

const NOTHING: Readonly<Record<string, string>> = {};
/** The tab's storage tells nobody when it changes: it is read when the form opens. */
const never = () => () => undefined;

/** The draft that lay in the tab when the form was opened; null on the server. */
function useDraft(key: string): Draft | null {
  const opened = useRef<{ key: string; draft: Draft | null }>(null);
  return useSyncExternalStore(
    never,
    () => {
      if (opened.current?.key !== key) opened.current = { key, draft: readDraft(key) };
      return opened.current.draft;
    },
    () => null,
  );
}

/**
 * The form of one fact. One that is there is saved as it is changed; a new one when it is asked for, and until then
 * what was typed is kept in the tab and offered again. Save closes, unless there is something to be read.
 */
export function FactForm(props: FactFormProps) {
  const { action, hidden, name, closeHref, focus, prefill = NOTHING, children } = props;
  const router = useRouter();
  const toasts = useToasts();
  const place = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<FactsChanged | null>(null);
  const [warnings, setWarnings] = useState<readonly string[]>([]);
  const draft = useDraft(name);
  const [answer, setAnswer] = useState<"continue" | "discard" | null>(null);
  const isNew = !("version" in hidden);
  const offered = answer === null ? draft : null;
  const typed = answer === "continue" && draft !== null ? draft.values : prefill;

  useEffect(() => {
    const fields = place.current?.querySelectorAll<HTMLElement>(
      "form input:not([type=hidden]), form select, form textarea",
    );
    const pressed = [...(fields ?? [])].find((field) => field.getAttribute("name") === focus);
    (pressed ?? fields?.[0])?.focus();
  }, [focus, answer]);

  function done(data: FactsChanged | null) {
    if (data !== null && data.warnings.length > 0) {
      setClosed(data);
      return;
    }
    if (data !== null) toasts.say(`Saved ${data.savedAt}`);
    router.replace(closeHref, { scroll: false });
  }

  if (closed) return <SavedWithWarnings saved={closed} closeHref={closeHref} />;
  return (
    <div ref={place}>
      {offered && (
        <DraftOffer
          draft={offered}
          onContinue={() => setAnswer("continue")}
          onDiscard={() => {
            dropDraft(name);
            setAnswer("discard");
          }}
        />
      )}
      <AutosaveForm
        // What is put into the fields from outside is read once: other contents are another form.
        key={JSON.stringify(typed)}
        {...{ action, hidden, typed }}
        autosave={!isNew}
        draftKey={name}
        onDone={done}
        onSaved={(data) => setWarnings(data.warnings)}
      >
        <StaleFact />
        <div className="flex flex-col gap-2">{children}</div>
        <WarningLines warnings={warnings} />
        <FormActions>
          <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
          <Button href={closeHref} scroll={false} variant="quiet">
            {isNew ? "Cancel" : "Close"}
          </Button>
        </FormActions>
      </AutosaveForm>
    </div>
  );
}

function SavedWithWarnings({ saved, closeHref }: { saved: FactsChanged; closeHref: string }) {
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
