"use server";
import { defineAction } from "@/lib/command/define-action";
import { recordRound } from "./commands/record-round";

export const recordRoundAction = defineAction(recordRound, {
  redirectTo: ({ roundId }) => `/draws/${roundId}`,
});
