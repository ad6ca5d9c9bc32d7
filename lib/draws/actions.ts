"use server";
import { defineAction } from "@/lib/command/define-action";
import { correctRound } from "./commands/correct-round";
import { recordRound } from "./commands/record-round";

export const recordRoundAction = defineAction(recordRound, {
  redirectTo: ({ roundId }) => `/draws/${roundId}`,
});

export const correctRoundAction = defineAction(correctRound, {
  redirectTo: ({ roundId }) => `/draws/${roundId}`,
});
