"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/lib/command/define-action";
import { definePublicAction } from "@/lib/command/define-public-action";
import { rememberLanguage } from "@/lib/command/remember-language";
import { signOut } from "@/lib/command/sign-out";
import { acceptInvitation } from "./commands/accept-invitation";
import { changeFirm } from "./commands/change-firm";
import { changeRole } from "./commands/change-role";
import { chooseLanguage } from "./commands/choose-language";
import { completeReset } from "./commands/complete-reset";
import { disableUser } from "./commands/disable-user";
import { enableUser } from "./commands/enable-user";
import { endSession } from "./commands/end-session";
import { inviteClient } from "./commands/invite-client";
import { inviteStaff } from "./commands/invite-staff";
import { requestReset } from "./commands/request-reset";
import { homeOf } from "./rules";

/** Milliseconds a request for a reset link takes, whether or not there is anybody to mail it to. */
const RESET_REQUEST_TIME = 600;

export const inviteClientAction = defineAction(inviteClient);
export const inviteStaffAction = defineAction(inviteStaff);
export const disableUserAction = defineAction(disableUser);
export const enableUserAction = defineAction(enableUser);
export const changeRoleAction = defineAction(changeRole);
export const changeFirmAction = defineAction(changeFirm);
export const endSessionAction = defineAction(endSession);

const choose = defineAction(chooseLanguage);

/** A client's language, for the account and for this browser. Anybody can call an action with anything: no form is an empty one. */
export async function chooseLanguageAction(form: unknown): Promise<void> {
  const chosen = await choose(null, form instanceof FormData ? form : new FormData());
  if (chosen.ok) await rememberLanguage(chosen.data.locale);
}

export const acceptInvitationAction = definePublicAction(acceptInvitation, {
  byLink: true,
  signIn: ({ userId }) => userId,
  redirectTo: ({ role }) => homeOf(role),
});

export const requestResetAction = definePublicAction(requestReset, {
  byLink: false,
  atLeast: RESET_REQUEST_TIME,
  redirectTo: () => "/reset?sent=1",
});

export const completeResetAction = definePublicAction(completeReset, {
  byLink: true,
  redirectTo: () => "/sign-in?reset=done",
});

/** Signs out and leads by way of an answer that clears the browser's cache. */
export async function signOutAction(): Promise<void> {
  await signOut();
  redirect("/api/auth/signed-out");
}
