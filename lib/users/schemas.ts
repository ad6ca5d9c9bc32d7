import { z } from "zod";
import {
  choice,
  emailField,
  optionalEmail,
  optionalText,
  requiredText,
  rowIdField,
  versionField,
} from "@/lib/command/fields";
import { STAFF_ROLES } from "./rules";

/** Not trimmed, not changed: a space may be part of it. The rules are checked where the names are known. */
const newPassword = () =>
  z.string({ error: "Choose a password." }).min(1, { error: "Choose a password." }).max(1024);

/** The secret of a mailed link; from a cookie, never from a form. */
const linkToken = () => z.string().regex(/^[\w-]{43}$/, { error: "This link is not complete." });

const timeZone = () =>
  requiredText("the time zone", 60).refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone), {
    error: "Choose a time zone from the list, such as America/Toronto.",
  });

export const inviteClientInput = z.object({
  caseId: rowIdField(),
  /** Where to write to; empty: the address of the client's file. */
  email: optionalEmail(),
});

export const inviteStaffInput = z.object({
  name: requiredText("the name", 120),
  email: emailField(),
  role: choice("a role", STAFF_ROLES),
  licenceNumber: optionalText(40),
});

export type StaffInvitation = z.output<typeof inviteStaffInput>;

export const userChangeInput = z.object({ userId: rowIdField(), version: versionField() });

/** In place of one successor: each case to whoever has the fewest for the hours they have. */
export const SPREAD = "spread";

export const disableUserInput = userChangeInput.extend({
  /** Who takes over; may be empty only where there is nothing to take over. */
  successor: z.preprocess(
    (value) => (value === "" ? null : (value ?? null)),
    z.union([z.literal(SPREAD), rowIdField()], { error: "Choose who takes over." }).nullable(),
  ),
  /** What the new owners should know; on the handover sheet of each case. */
  note: optionalText(2000),
});

export const changeRoleInput = userChangeInput.extend({ role: choice("a role", STAFF_ROLES) });

export const changeFirmInput = z.object({
  version: versionField(),
  name: requiredText("the firm's name", 120),
  address: optionalText(300),
  phone: optionalText(40),
  email: optionalEmail(),
  timeZone: timeZone(),
});

export const chooseLanguageInput = z.object({
  /** A code that no file has is no harm: the pages are then in the language they would be in without it. */
  locale: z.string().regex(/^[a-z]{2,3}$/, { error: "Choose one of the languages." }),
});

export const acceptInvitationInput = z.object({ token: linkToken(), password: newPassword() });

export const requestResetInput = z.object({ email: emailField() });

export const completeResetInput = z.object({ token: linkToken(), password: newPassword() });

export const endSessionInput = z.object({
  sessionId: z.string().regex(/^[0-9a-f]{16}$/, { error: "This list is out of date. Reload the page." }),
});
