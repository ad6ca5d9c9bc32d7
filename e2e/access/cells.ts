import type { World } from "../fixtures/test";

/** What an answer must be. `sign-in`: a redirect to the sign-in page. `to …`: a redirect to that path. */
export type Outcome = number | "sign-in" | `to ${string}`;

export const VIEWERS = ["anonymous", "client", "consultant", "manager", "administrator"] as const;
export type Viewer = (typeof VIEWERS)[number];
export type Cells = Readonly<Record<Viewer, Outcome>>;

/** One page or route of app/, and what it is for whom. */
export interface Entry {
  /** The file, below app/. */
  file: string;
  /** Its address, about the client's and the consultant's own case where it is about a case. */
  path: (world: World) => string;
  cells: Cells;
  /** The same about another client's case, of another consultant. */
  foreign?: { path: (world: World) => string; cells: Cells };
}

export const cells = (
  anonymous: Outcome,
  client: Outcome,
  consultant: Outcome,
  manager: Outcome,
  administrator: Outcome,
): Cells => ({ anonymous, client, consultant, manager, administrator });

export const same = (outcome: Outcome) => cells(outcome, outcome, outcome, outcome, outcome);
export const everybody = same(200);
/** A client who strays into the firm's side is led home. */
export const allStaff = cells("sign-in", "to /portal", 200, 200, 200);
export const consultantsAndManagers = cells("sign-in", "to /portal", 200, 200, 403);
export const managersAndAdministrators = cells("sign-in", "to /portal", 403, 200, 200);
export const administrators = cells("sign-in", "to /portal", 403, 403, 200);
/** Staff who stray into the portal are led home. */
export const clients = cells("sign-in", 200, "to /", "to /", "to /");
export const onlyForPosts = same(405);

export const NOWHERE = "00000000-0000-4000-8000-000000000000";

export const page = (file: string, path: string, expected: Cells): Entry => ({
  file: `${file}page.tsx`,
  path: () => path,
  cells: expected,
});
