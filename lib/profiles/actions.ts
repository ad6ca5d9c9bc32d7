"use server";
import { defineAction } from "@/lib/command/define-action";
import { changeProfileScore } from "./commands/change-profile-score";
import { declineInvitation } from "./commands/decline-invitation";
import { recordInvitation } from "./commands/record-invitation";
import { recordProfile } from "./commands/record-profile";
import { startPreparation } from "./commands/start-preparation";
import { withdrawProfile } from "./commands/withdraw-profile";

export const recordProfileAction = defineAction(recordProfile);
export const changeProfileScoreAction = defineAction(changeProfileScore);
export const withdrawProfileAction = defineAction(withdrawProfile);
export const recordInvitationAction = defineAction(recordInvitation);
export const declineInvitationAction = defineAction(declineInvitation);
export const startPreparationAction = defineAction(startPreparation);
