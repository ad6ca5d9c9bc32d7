"use client";

import type { ReactNode } from "react";
import { useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { FormStateContext } from "@/components/ui/form-state";
import { Autosave, initialView, type Saved, type SaveView } from "./autosave";
import { dropDraft, keepDraft } from "./draft-store";
import { ErrorSummary } from "./error-summary";
import type { FormAction } from "./form-action";
import { putStored, saidTexts, showStored, storedText, textsOf } from "./form-contents";
import { SaveStatus } from "./save-status";
import { typedValues } from "./typed-values";
import { UnsavedGuard } from "./unsaved-guard";
import { useFormAction } from "./use-form-action";

export interface AutosaveFormProps<T extends Saved> {
  action: FormAction<T>;
  hidden: Readonly<Record<string, string | number>>;
  /** False for something new: it is saved when it is asked for, and until then kept as a draft in the tab. */
  autosave: boolean;
  /** Names the draft: the same form opened again finds it. */
  draftKey: string;
  /** Stands in the fields as if it had been typed: of a draft, of a link. */
  typed: Readonly<Record<string, string>>;
  /** Saved because it was asked for; null where nothing was left to save. */
  onDone: (data: T | null) => void;
  onSaved?: (data: T) => void;
  children: ReactNode;
}

/**
 * The form of something that is saved as one goes: see Autosave for when. Before JavaScript it is a form that posts.
 * What was typed and is not saved lies in the tab's storage.
 */
export function AutosaveForm<T extends Saved>(props: AutosaveFormProps<T>) {
  const { action, hidden, autosave: enabled, draftKey, typed, onDone, onSaved, children } = props;
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const running = useRef<Autosave<T>>(null);
  const idPrefix = useId();
  const { result, send, postAction, postKey, successes } = useFormAction(action);
  const version = typeof hidden.version === "number" ? hidden.version : null;
  const options = { enabled, version, typedNames: Object.keys(typed) };
  const [view, setView] = useState<SaveView>(() => initialView(options));

  const sendNow = useEffectEvent(send);
  const sayNow = useEffectEvent((data: T) => onSaved?.(data));
  const doneNow = useEffectEvent((data: T | null) => onDone(data));
  const begin = useEffectEvent((element: HTMLFormElement) => {
    running.current = new Autosave<T>(
      {
        said: () => saidTexts(element),
        texts: () => textsOf(element),
        textOf: (name, value) => storedText(element, name, value),
        read: (submitter) => new FormData(element, submitter),
        show: (name, value) => showStored(element, name, value),
        put: (data, name, value) => putStored(element, data, name, value),
        send: (data) => sendNow(data),
        render: setView,
        keep: (names) => {
          const at = new Date(performance.timeOrigin + performance.now()).toISOString();
          const typedNow = Object.entries(textsOf(element)).filter(([name]) => names.has(name));
          keepDraft(draftKey, { at, values: Object.fromEntries(typedNow) });
        },
        forget: () => dropDraft(draftKey),
        saved: (data) => sayNow(data),
        done: (data) => doneNow(data),
      },
      options,
    );
    // Typed before the page was alive: it is saved as if it had just been left.
    const said = saidTexts(element);
    for (const [name, text] of Object.entries(textsOf(element))) {
      if (text !== said[name] && !(name in typed)) running.current.typed(name);
    }
    if (running.current.isDirty()) running.current.left();
    return running.current;
  });

  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const autosave = begin(element);
    return listen(element, autosave);
  }, []);

  useEffect(() => {
    if (view.refusals > 0) summary.current?.focus();
  }, [view.refusals]);

  // A form that was posted without JavaScript comes back with its answer.
  const posted = result?.ok === false && view.state.kind === initialView(options).state.kind ? result : null;
  const failure = view.refusal ?? posted;
  return (
    <form
      ref={form}
      action={postAction}
      noValidate
      // React's own event, not the platform's: rendering between the two would take what was typed out of a controlled
      // field before React has heard of it.
      onInput={({ target }) => tellTyped(target, running.current)}
      onSubmit={(event) => {
        event.preventDefault();
        void running.current?.press(event.nativeEvent.submitter);
      }}
    >
      <FormStateContext
        value={{
          idPrefix,
          fieldErrors: failure?.fieldErrors ?? {},
          values: { ...typed, ...typedValues(posted) },
          pending: view.pending,
          successes,
        }}
      >
        {failure && (view.refusals > 0 || failure.code === "CONFLICT" || posted) && (
          <ErrorSummary ref={summary} failure={failure} idPrefix={idPrefix} />
        )}
        {Object.entries(hidden).map(([name, value]) => (
          <input
            key={name}
            type="hidden"
            name={name}
            value={name === "version" ? (view.version ?? value) : value}
            readOnly
          />
        ))}
        {/* The server and the browser each make a key: only the page's first one is posted without JavaScript. */}
        <input type="hidden" name="idempotencyKey" value={postKey} readOnly suppressHydrationWarning />
        <UnsavedGuard leave={() => running.current?.leave() ?? true} />
        {children}
        <SaveStatus state={view.state} autosave={enabled} />
      </FormStateContext>
    </form>
  );
}

/** A field in which somebody typed, chose or ticked. */
function tellTyped(target: EventTarget, autosave: Pick<Autosave<Saved>, "typed"> | null): void {
  const name = target instanceof Element ? target.getAttribute("name") : null;
  if (name !== null && name !== "") autosave?.typed(name);
}

/** What happens in the form, told to its saving. Returns how to stop. */
function listen(
  element: HTMLFormElement,
  autosave: Pick<Autosave<Saved>, "typed" | "left" | "wait" | "leave" | "isDirty">,
): () => void {
  const listening = new AbortController();
  const on = { signal: listening.signal };
  let isPressing = false;
  const isSave = ({ target }: Event) =>
    target instanceof Element && target.closest("button[type=submit]")?.closest("form") === element;
  element.addEventListener(
    "change",
    (event) => {
      if (event.target) tellTyped(event.target, autosave);
      if (!isPressing) autosave.left();
    },
    on,
  );
  document.addEventListener("pointerdown", (event) => (isPressing = isSave(event)), { ...on, capture: true });
  document.addEventListener(
    "click",
    (event) => {
      const wasPressing = isPressing;
      isPressing = false;
      // A press that ended elsewhere is no press: the field that was left is saved after all.
      if (wasPressing && !isSave(event) && autosave.isDirty()) autosave.left();
    },
    on,
  );
  document.addEventListener(
    "visibilitychange",
    () => {
      if (document.visibilityState === "hidden") autosave.leave();
    },
    on,
  );
  return () => {
    listening.abort();
    autosave.wait();
  };
}
