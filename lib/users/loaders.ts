import "server-only";
import { cache } from "react";
import { findLinkHolder } from "@/lib/auth/link-holder";
import { readingAsStaff, readingForAnyone } from "@/lib/auth/reading";
import { forbidden } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import {
  getFirm,
  getPublicFirm,
  listDemoLogins,
  listOwnSessions,
  listStaff,
  settingsAllowed,
} from "./queries";
import { DEMO_PASSWORD } from "./rules";

/** What every page may say of the firm, public pages too. */
export const loadPublicFrame = cache(() =>
  readingForAnyone(async (ctx) => ({ ...(await getPublicFirm(ctx)), demo: ctx.deps.demo })),
);

/** The demonstration's accounts and their password; empty outside a demonstration. */
export const loadDemoLogins = cache(() =>
  readingForAnyone(async (ctx) => ({ password: DEMO_PASSWORD, logins: await listDemoLogins(ctx) })),
);

/** For whom the invitation of this browser's link is; null when the link is dead or absent. */
export const loadInvitation = cache(() => findLinkHolder("invitation"));

/** For whom the reset link of this browser is; null when the link is dead or absent. */
export const loadReset = cache(() => findLinkHolder("reset"));

/** What of Settings the viewer may open. */
export const loadSettingsAllowed = cache(() =>
  readingAsStaff((ctx) => Promise.resolve(settingsAllowed(ctx))),
);

export const loadStaff = cache(() =>
  readingAsStaff(async (ctx) => ({
    staff: await listStaff(ctx),
    allowed: settingsAllowed(ctx),
    firm: { timeZone: (await getFirm(ctx)).timeZone },
  })),
);

export const loadFirm = cache(() =>
  readingAsStaff(async (ctx) => {
    const decision = can(ctx.actor, "firm.edit");
    if (!decision.allowed) throw forbidden(decision.reason);
    return getFirm(ctx);
  }),
);

export const loadOwnSessions = cache(() =>
  readingAsStaff(async (ctx) => ({
    sessions: await listOwnSessions(ctx),
    timeZone: (await getFirm(ctx)).timeZone,
  })),
);
