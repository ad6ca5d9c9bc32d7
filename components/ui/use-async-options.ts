"use client";

import { useEffect, useRef, useState } from "react";

/** Waits this long after a keystroke before it asks. */
const TYPING_PAUSE_MS = 150;

export type OptionsState = "idle" | "searching" | "failed";

/** Asks `search` for what is typed, one answer at a time: an answer overtaken by a newer question is dropped. */
export function useAsyncOptions<Item>(search: (query: string) => Promise<Item[]>) {
  const [options, setOptions] = useState<Item[]>([]);
  const [state, setState] = useState<OptionsState>("idle");
  const question = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);

  async function run(query: string, number: number) {
    try {
      const found = await search(query);
      if (number !== question.current) return;
      setOptions(found);
      setState("idle");
    } catch {
      if (number !== question.current) return;
      setOptions([]);
      setState("failed");
    }
  }

  function ask(query: string) {
    const number = ++question.current;
    clearTimeout(timer.current);
    if (query.trim() === "") {
      setOptions([]);
      setState("idle");
      return;
    }
    setState("searching");
    timer.current = setTimeout(() => void run(query.trim(), number), TYPING_PAUSE_MS);
  }

  return { options, state, ask };
}
