"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { useFormState } from "@/components/ui/form-state";

const QUESTION = "What you typed here is not saved yet. Leave without saving?";

interface UnsavedGuardProps {
  /** Of a form that saves as one goes: true where a link may lead away, as nothing is lost. */
  leave?: () => boolean;
}

/** Put inside a form: asks before a link or a closed tab throws away what was typed. */
export function UnsavedGuard({ leave }: UnsavedGuardProps) {
  const place = useRef<HTMLSpanElement>(null);
  const dirty = useRef(false);
  const { successes } = useFormState();
  const mayLeave = useEffectEvent(() => leave?.() ?? false);

  useEffect(() => {
    dirty.current = false;
  }, [successes]);

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const listening = new AbortController();
    const options = { signal: listening.signal };
    form.addEventListener("input", () => void (dirty.current = true), options);
    window.addEventListener(
      "beforeunload",
      (event) => {
        if (dirty.current) event.preventDefault();
      },
      options,
    );
    document.addEventListener(
      "click",
      (event) => {
        const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
        if (!dirty.current || !link || link.getAttribute("href")?.startsWith("#")) return;
        if (link.getAttribute("target") === "_blank" || link.hasAttribute("download")) return;
        if (mayLeave() || window.confirm(QUESTION)) {
          dirty.current = false;
          return;
        }
        event.preventDefault();
        event.stopPropagation();
      },
      { ...options, capture: true },
    );
    return () => listening.abort();
  }, []);

  return <span ref={place} hidden />;
}
