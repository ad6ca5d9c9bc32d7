"use client";

import { useEffect, useEffectEvent, type RefObject } from "react";
import { dropDraft, keepDraft, readDraft } from "@/components/forms/draft-store";

/** What was kept and what a link brought along: neither is lost. */
function together(kept: string, there: string): string {
  if (there === "" || kept.includes(there)) return kept;
  return there.includes(kept) ? there : `${kept}\n\n${there}`;
}

/**
 * Keeps in the tab what is typed into the message field within `place`, until it is sent: a reload, a crash or a look at
 * another page loses nothing. The field stays the browser's own, so that it also works before JavaScript.
 */
export function useKeptWords(place: RefObject<HTMLElement | null>, key: string) {
  const field = () => place.current?.querySelector<HTMLTextAreaElement>('textarea[name="body"]') ?? null;

  function keep(words: string): void {
    if (words.trim() === "") dropDraft(key);
    else
      keepDraft(key, {
        at: new Date(performance.timeOrigin + performance.now()).toISOString(),
        values: { body: words },
      });
  }
  const restore = useEffectEvent(() => {
    const [kept, area] = [readDraft(key)?.values.body, field()];
    if (kept === undefined || area === null || area.value === kept) return;
    area.value = together(kept, area.value);
  });
  useEffect(() => restore(), [key]);

  return {
    keep,
    /** Puts words where the caret stands, or at the end. */
    insert: (words: string): void => {
      const area = field();
      if (area === null) return;
      const lead = area.value.trim() === "" ? "" : "\n\n";
      const [from, to] = lead === "" ? [0, area.value.length] : [area.selectionStart, area.selectionEnd];
      area.setRangeText(`${from === 0 ? "" : lead}${words}`, from, to, "end");
      area.focus();
      keep(area.value);
    },
    forget: (): void => dropDraft(key),
  };
}
