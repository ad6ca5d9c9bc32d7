import type { Actor, Role, StaffRole } from "@/lib/policy/actor";
import type { Decision } from "@/lib/policy/can";
import type { UserState } from "./types";

export const STAFF_ROLES = ["consultant", "manager", "administrator"] as const satisfies readonly StaffRole[];

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  consultant: "Consultant",
  manager: "Manager",
  administrator: "Administrator",
  client: "Client",
};

export const STATE_LABELS: Readonly<Record<UserState, string>> = {
  invited: "Invited",
  active: "Active",
  disabled: "Disabled",
};

/**
 * The password of every seeded demonstration account; shown on the sign-in page, and good only while DEMO=on
 * (SECURITY.md 5.4).
 */
export const DEMO_PASSWORD = "maple-harbour-26";

/** What an administrator may not do to this account, in plain words; null when they may. */
export function faultOfChange(
  target: { id: string; role: Role },
  actorId: string,
  otherActiveAdministrators: number,
): string | null {
  if (target.id === actorId) return "Nobody changes their own account here. Ask another administrator.";
  if (target.role === "administrator" && otherActiveAdministrators === 0) {
    return "This is the last active administrator. Make somebody else an administrator first.";
  }
  return null;
}

/** Where a person begins after signing in. */
export function homeOf(role: Role): "/" | "/portal" {
  return role === "client" ? "/portal" : "/";
}

/**
 * Commands of people who have not signed in: the sign-in pages run them as the system actor `sign-in`, and what
 * lets somebody through is the secret of their mailed link.
 */
export function usedByLink(actor: Actor): Decision {
  const anonymous = actor.kind === "system" && actor.name === "sign-in";
  return anonymous
    ? { allowed: true }
    : { allowed: false, reason: "This is for people who have not signed in." };
}

/** Somebody who can take cases: how many they have, and their hours a week for reviewing where they are set. */
export interface Taker {
  id: string;
  cases: number;
  hours: number | null;
}

/** The hours of a consultant for whom none are set. */
const USUAL_REVIEW_HOURS = 15;

/** Who takes the next case: whoever has the fewest for the hours they have; of equals the first by id. Throws without any. */
export function nextToTake<T extends Taker>(takers: readonly T[]): T {
  const load = ({ cases, hours }: Taker) => (cases + 1) / Math.max(1, hours ?? USUAL_REVIEW_HOURS);
  const [next] = [...takers].sort((a, b) => load(a) - load(b) || a.id.localeCompare(b.id));
  if (!next) throw new Error("nobody can take a case");
  return next;
}
