/** Who is asking. Made from a session looked up in the database, by the worker, or by tests; never from a request's body. */
export type StaffRole = "consultant" | "manager" | "administrator";
export type Role = StaffRole | "client";

export interface StaffActor {
  kind: "staff";
  userId: string;
  role: StaffRole;
  name: string;
  /**
   * The colleagues for whom they stand in today: away, and covered by this person or by somebody whom this person
   * covers (docs/decisions/cover.md). Read with the session at every request; left out: nobody.
   */
  covers?: readonly string[];
}

export interface ClientActor {
  kind: "client";
  userId: string;
  clientId: string;
  name: string;
}

/** A background job or a command line: named, and with no more rights than its name is given. */
export interface SystemActor {
  kind: "system";
  name: "worker" | "seed" | "command-line" | "sign-in" | "public-assessment";
}

/**
 * Whoever came by a link for one item of a checklist, without an account: may send files for it, and nothing else. Made
 * from the link's secret alone (docs/decisions/item-link.md).
 */
export interface LinkActor {
  kind: "link";
  /** Of the link: what comes by it is written down as its doing. */
  userId: string;
  clientId: string;
  caseId: string;
  requirementId: string;
}

export type Actor = StaffActor | ClientActor | LinkActor | SystemActor;

/** Whose cases a member of staff has in hand today: their own, and those of the colleagues they cover. */
export function inHandOf(actor: StaffActor): readonly string[] {
  return [actor.userId, ...(actor.covers ?? [])];
}

export function roleOf(actor: Actor): Role | "link" | "system" {
  if (actor.kind === "staff") return actor.role;
  return actor.kind;
}
