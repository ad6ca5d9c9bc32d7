"use client";

import { RefreshCw } from "lucide-react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { replayRoundAction } from "@/lib/draws/actions";

/** Puts the round to every client once more. */
export function ReplayButton({ roundId, again }: { roundId: string; again: boolean }) {
  return (
    <ActionForm action={replayRoundAction} hidden={{ roundId }} label="Replay this round">
      <SubmitButton
        variant={again ? "default" : "primary"}
        icon={<RefreshCw aria-hidden />}
        pendingLabel="Starting…"
      >
        {again ? "Replay again" : "Replay this round"}
      </SubmitButton>
    </ActionForm>
  );
}
