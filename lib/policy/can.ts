import { inHandOf, type Actor, type Role } from "./actor";
import { PERMISSIONS, type Permission, type Rule } from "./permissions";

/** What a decision about a case depends on. */
export interface CaseFactsForPolicy {
  ownerId: string | null;
  clientId: string;
}

export type Decision = { allowed: true } | { allowed: false; reason: string };

const YES: Decision = { allowed: true };

function no(reason: string): Decision {
  return { allowed: false, reason };
}

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  consultant: "a consultant",
  manager: "a manager",
  administrator: "an administrator",
  client: "a client",
};

/**
 * May this actor do this, to this case? The one place that says so; screens and commands ask here.
 * A permission whose reach is `own` or `self` needs `facts`; without them the answer is no.
 */
export function can(actor: Actor, permission: Permission, facts?: CaseFactsForPolicy): Decision {
  // A system actor acts only inside commands written for it, which do not ask this table.
  if (actor.kind === "system") return no("Background work asks no permission here.");
  if (actor.kind === "link") {
    return permission === "document.upload" && facts?.clientId === actor.clientId
      ? YES
      : no("A link is for sending one document.");
  }
  const role: Role = actor.kind === "staff" ? actor.role : "client";
  const rule: Rule = PERMISSIONS[permission];
  const reach = rule[role];
  switch (reach) {
    case false:
      return no(`This is not open to ${ROLE_NAMES[role]}.`);
    case "any":
      return YES;
    case "own":
      return actor.kind === "staff" && facts?.ownerId && inHandOf(actor).includes(facts.ownerId)
        ? YES
        : no("Only the consultant who owns this case, their cover, or a manager, can do this.");
    case "self":
      return actor.kind === "client" && facts?.clientId === actor.clientId
        ? YES
        : no("This is not your case.");
  }
}

/** May this actor do this to each of these cases? Of several refusals the first. */
export function canForAll(
  actor: Actor,
  permission: Permission,
  cases: readonly CaseFactsForPolicy[],
): Decision {
  const decisions = cases.map((one) => can(actor, permission, one));
  return decisions.find(({ allowed }) => !allowed) ?? YES;
}

/** `can` as a boolean, for `allowed: { … }` in what loaders return. */
export function isAllowed(actor: Actor, permission: Permission, facts?: CaseFactsForPolicy): boolean {
  return can(actor, permission, facts).allowed;
}
