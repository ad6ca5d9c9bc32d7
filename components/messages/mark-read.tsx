"use client";

import { useEffect, useEffectEvent } from "react";
import { markReadAction } from "@/lib/messages/actions";

/** Says once that what is on the screen was read. Nothing to see; before JavaScript a reply says the same. */
export function MarkRead({ caseId, until }: { caseId: string; until: string }) {
  const tell = useEffectEvent(() => {
    const form = new FormData();
    form.set("caseId", caseId);
    form.set("until", until);
    void markReadAction(null, form);
  });
  useEffect(() => {
    tell();
  }, [caseId, until]);
  return null;
}
