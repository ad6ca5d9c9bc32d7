"use server";
import { defineAction } from "@/lib/command/define-action";
import { confirmProof } from "./commands/confirm-proof";
import { refuseProof } from "./commands/refuse-proof";

export const confirmProofAction = defineAction(confirmProof);
export const refuseProofAction = defineAction(refuseProof);
