"use client";

import { useEffect, useEffectEvent } from "react";
import { markReadAction } from "@/lib/messages/actions";

/** Says once that what is on the screen was read. Nothing to see; before JavaScript a reply says the same. */
export function MarkRead({ caseId, ids }: { caseId: string; ids: readonly string[] }) {
  const tell = useEffectEvent(() => {
    const form = new FormData();
    form.set("caseId", caseId);
    for (const id of ids) form.append("ids", id);
    void markReadAction(null, form);
  });
  const shown = ids.join(" ");
  useEffect(() => {
    tell();
  }, [caseId, shown]);
  return null;
}
