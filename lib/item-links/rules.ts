/** How long a link for one item lives, and what it is good for. Pure. */
import type { LinkState } from "./types";

export const LINK_DAYS = 7;
/** Files that may be sent by one link. */
export const LINK_FILES = 10;
/** Open links of one item at a time, and links made on one case in a day. */
export const OPEN_LINKS = 5;
export const LINKS_A_DAY = 30;
/** Links that the firm mails for one case in a day; the database holds clients to it too. */
export const MAILS_A_DAY = 10;

const DAY_MS = 24 * 60 * 60 * 1000;

export function expiryOf(now: Date): Date {
  return new Date(now.getTime() + LINK_DAYS * DAY_MS);
}

interface Standing {
  expiresAt: Date;
  revokedAt: Date | null;
  requirementState: string;
  noLongerNeeded: boolean;
  stageEnded: boolean;
}

/** What a link is good for at this instant. */
export function linkStateOf(link: Standing, now: Date): LinkState {
  if (link.revokedAt !== null) return "revoked";
  if (link.expiresAt <= now) return "expired";
  const decided = link.requirementState === "accepted" || link.requirementState === "waived";
  return decided || link.noLongerNeeded || link.stageEnded ? "dead" : "open";
}
