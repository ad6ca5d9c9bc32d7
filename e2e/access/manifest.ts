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

const cells = (
  anonymous: Outcome,
  client: Outcome,
  consultant: Outcome,
  manager: Outcome,
  administrator: Outcome,
): Cells => ({ anonymous, client, consultant, manager, administrator });

const same = (outcome: Outcome) => cells(outcome, outcome, outcome, outcome, outcome);
const everybody = same(200);
/** A client who strays into the firm's side is led home. */
const allStaff = cells("sign-in", "to /portal", 200, 200, 200);
const consultantsAndManagers = cells("sign-in", "to /portal", 200, 200, 403);
const managersAndAdministrators = cells("sign-in", "to /portal", 403, 200, 200);
const administrators = cells("sign-in", "to /portal", 403, 403, 200);
/** Staff who stray into the portal are led home. */
const clients = cells("sign-in", 200, "to /", "to /", "to /");
const onlyForPosts = same(405);

const NOWHERE = "00000000-0000-4000-8000-000000000000";

/** A tab of a case: `withFacts` are closed to administrators, who have no document content (SECURITY.md 5.5). */
function caseTab(tab: string, { closedToAdministrators = false } = {}): Entry {
  const administrator = closedToAdministrators ? 403 : 200;
  return {
    file: `(staff)/cases/[number]/${tab}/page.tsx`,
    path: ({ case1 }) => `/cases/${case1.number}/${tab}`,
    cells: cells("sign-in", "to /portal", 200, 200, administrator),
    foreign: {
      path: ({ case2 }) => `/cases/${case2.number}/${tab}`,
      cells: cells("sign-in", "to /portal", 404, 200, administrator),
    },
  };
}

const page = (file: string, path: string, expected: Cells): Entry => ({
  file: `${file}page.tsx`,
  path: () => path,
  cells: expected,
});

const PUBLIC: readonly Entry[] = [
  page("(assess)/assess/", "/assess", everybody),
  page("(public)/sign-in/", "/sign-in", everybody),
  page("(public)/invitation/", "/invitation", everybody),
  page("(public)/reset/", "/reset", everybody),
  {
    file: "(public)/invitation/[token]/route.ts",
    path: () => `/invitation/${"A".repeat(43)}`,
    cells: same("to /invitation?link=1"),
  },
  {
    file: "(public)/reset/[token]/route.ts",
    path: () => `/reset/${"A".repeat(43)}`,
    cells: same("to /reset?link=1"),
  },
];

const STAFF: readonly Entry[] = [
  page("(staff)/", "/", allStaff),
  page("(staff)/cases/", "/cases", allStaff),
  page("(staff)/cases/new/", "/cases/new", consultantsAndManagers),
  page("(staff)/review/", "/review", consultantsAndManagers),
  page("(staff)/deadlines/", "/deadlines", allStaff),
  page("(staff)/deadlines/profiles/", "/deadlines/profiles", allStaff),
  page("(staff)/deadlines/dates/", "/deadlines/dates", allStaff),
  page("(staff)/pool/", "/pool", consultantsAndManagers),
  page("(staff)/pool/radar/", "/pool/radar", consultantsAndManagers),
  page("(staff)/pool/ready/", "/pool/ready", consultantsAndManagers),
  page("(staff)/pool/nominations/", "/pool/nominations", allStaff),
  page("(staff)/pool/nominations/new/", "/pool/nominations/new", managersAndAdministrators),
  {
    file: "(staff)/pool/nominations/[id]/page.tsx",
    path: ({ streamId }) => `/pool/nominations/${streamId}`,
    cells: allStaff,
  },
  {
    file: "(staff)/pool/nominations/[id]/edit/page.tsx",
    path: ({ streamId }) => `/pool/nominations/${streamId}/edit`,
    cells: managersAndAdministrators,
  },
  page("(staff)/draws/", "/draws", allStaff),
  page("(staff)/draws/new/", "/draws/new", allStaff),
  page("(staff)/draws/import/", "/draws/import", allStaff),
  { file: "(staff)/draws/[id]/page.tsx", path: () => "/draws/390", cells: allStaff },
  { file: "(staff)/draws/[id]/correct/page.tsx", path: () => "/draws/390/correct", cells: allStaff },
  page(
    "(staff)/settings/",
    "/settings",
    cells("sign-in", "to /portal", "to /settings/sessions", "to /settings/staff", "to /settings/staff"),
  ),
  page("(staff)/settings/sessions/", "/settings/sessions", allStaff),
  page("(staff)/settings/staff/", "/settings/staff", managersAndAdministrators),
  page("(staff)/settings/firm/", "/settings/firm", administrators),
  page("(staff)/settings/lead-times/", "/settings/lead-times", allStaff),
  page("(staff)/settings/checklist/", "/settings/checklist", allStaff),
  {
    file: "(staff)/settings/checklist/items/[id]/page.tsx",
    path: () => "/settings/checklist/items/new",
    cells: managersAndAdministrators,
  },
  {
    file: "(staff)/settings/checklist/words/[kind]/page.tsx",
    path: () => "/settings/checklist/words/funds",
    cells: managersAndAdministrators,
  },
  page("(staff)/settings/audit/", "/settings/audit", administrators),
  page("(staff)/settings/outbox/", "/settings/outbox", administrators),
  page("(staff)/settings/rules/", "/settings/rules", allStaff),
  page("(staff)/settings/rules/new/", "/settings/rules/new?kind=funds", administrators),
  {
    file: "(staff)/settings/rules/[id]/page.tsx",
    path: () => "/settings/rules/CRS-2025-03-25",
    cells: allStaff,
  },
  {
    // What is in force is no draft: who may edit drafts is led back to it.
    file: "(staff)/settings/rules/[id]/edit/page.tsx",
    path: () => "/settings/rules/CRS-2025-03-25/edit",
    cells: cells("sign-in", "to /portal", 403, 403, "to /settings/rules/CRS-2025-03-25"),
  },
  {
    file: "(staff)/settings/rules/[id]/compare/page.tsx",
    path: () => "/settings/rules/CRS-2025-03-25/compare",
    cells: allStaff,
  },
  {
    file: "(staff)/settings/outbox/[id]/page.tsx",
    path: () => `/settings/outbox/${NOWHERE}`,
    cells: cells("sign-in", "to /portal", 403, 403, 404),
  },
];

const CASES: readonly Entry[] = [
  {
    file: "(staff)/cases/[number]/page.tsx",
    path: ({ case1 }) => `/cases/${case1.number}`,
    cells: cells(
      "sign-in",
      "to /portal",
      "to /cases/[number]/overview",
      "to /cases/[number]/overview",
      "to /cases/[number]/overview",
    ),
    foreign: {
      path: ({ case2 }) => `/cases/${case2.number}`,
      cells: cells(
        "sign-in",
        "to /portal",
        404,
        "to /cases/[number]/overview",
        "to /cases/[number]/overview",
      ),
    },
  },
  caseTab("overview"),
  caseTab("overview/nomination", { closedToAdministrators: true }),
  caseTab("overview/confirmed", { closedToAdministrators: true }),
  caseTab("assessment", { closedToAdministrators: true }),
  caseTab("assessment/forecast", { closedToAdministrators: true }),
  caseTab("assessment/proof", { closedToAdministrators: true }),
  {
    // What the client sent from the public assessment: nothing was, here.
    file: "(staff)/cases/[number]/assessment/answers/page.tsx",
    path: ({ case1 }) => `/cases/${case1.number}/assessment/answers`,
    cells: cells("sign-in", "to /portal", 404, 404, 403),
    foreign: {
      path: ({ case2 }) => `/cases/${case2.number}/assessment/answers`,
      cells: cells("sign-in", "to /portal", 404, 404, 403),
    },
  },
  caseTab("invitation", { closedToAdministrators: true }),
  caseTab("checklist"),
  caseTab("documents"),
  caseTab("messages", { closedToAdministrators: true }),
  caseTab("timeline"),
];

const oneReview = cells("sign-in", "to /portal", 200, 200, 403);
const toReview = "to /review/[requirementId]?case=[number]";

const REVIEW: readonly Entry[] = [
  {
    file: "(staff)/review/[requirementId]/page.tsx",
    path: ({ case1 }) => `/review/${case1.requirementId}`,
    cells: oneReview,
    foreign: {
      path: ({ case2 }) => `/review/${case2.requirementId}`,
      cells: { ...oneReview, consultant: 404 },
    },
  },
  {
    // An address under the case, for links from elsewhere.
    file: "(staff)/cases/[number]/checklist/[requirementId]/page.tsx",
    path: ({ case1 }) => `/cases/${case1.number}/checklist/${case1.requirementId}`,
    cells: { ...oneReview, consultant: toReview, manager: toReview },
    foreign: {
      path: ({ case2 }) => `/cases/${case2.number}/checklist/${case2.requirementId}`,
      cells: { ...oneReview, consultant: 404, manager: toReview },
    },
  },
];

/** A page of the portal about one line of the checklist: another client's line is not there. */
function portalDocument(file: string, suffix: string): Entry {
  return {
    file,
    path: ({ case1 }) => `/portal/documents/${case1.requirementId}${suffix}`,
    cells: clients,
    foreign: {
      path: ({ case2 }) => `/portal/documents/${case2.requirementId}${suffix}`,
      cells: { ...clients, client: 404 },
    },
  };
}

const PORTAL: readonly Entry[] = [
  page("portal/", "/portal", clients),
  page("portal/documents/", "/portal/documents", clients),
  page("portal/messages/", "/portal/messages", clients),
  page("portal/views/", "/portal/views", clients),
  page("portal/approve/", "/portal/approve", clients),
  portalDocument("portal/documents/[requirementId]/page.tsx", ""),
  portalDocument("portal/documents/[requirementId]/received/page.tsx", "/received"),
];

const document = (suffix: string): Entry => ({
  file: `api/documents/[versionId]${suffix}/route.ts`,
  path: ({ case1 }) => `/api/documents/${case1.versionId}${suffix}`,
  // A PDF is only ever downloaded; the view is for pictures and for our own viewer.
  cells: cells(401, 200, 200, 200, 403),
  foreign: {
    path: ({ case2 }) => `/api/documents/${case2.versionId}${suffix}`,
    cells: cells(401, 404, 404, 200, 403),
  },
});

const API: readonly Entry[] = [
  { file: "api/health/live/route.ts", path: () => "/api/health/live", cells: everybody },
  { file: "api/health/ready/route.ts", path: () => "/api/health/ready", cells: everybody },
  { file: "api/auth/sign-in/route.ts", path: () => "/api/auth/sign-in", cells: onlyForPosts },
  {
    file: "api/auth/signed-out/route.ts",
    path: () => "/api/auth/signed-out",
    cells: same("to /sign-in?signed-out=1"),
  },
  { file: "api/assess/occupations/route.ts", path: () => "/api/assess/occupations", cells: everybody },
  { file: "api/assess/route.ts", path: () => "/api/assess", cells: onlyForPosts },
  { file: "api/rounds/import/route.ts", path: () => "/api/rounds/import", cells: onlyForPosts },
  {
    file: "api/rounds/[id]/replay.csv/route.ts",
    path: () => "/api/rounds/390/replay.csv",
    cells: cells(401, 403, 200, 200, 403),
  },
  {
    file: "api/reviews/[requirementId]/hold/route.ts",
    path: ({ case1 }) => `/api/reviews/${case1.requirementId}/hold`,
    cells: onlyForPosts,
  },
  {
    file: "api/reviews/[requirementId]/assembly/route.ts",
    path: ({ case1 }) => `/api/reviews/${case1.requirementId}/assembly`,
    cells: onlyForPosts,
  },
  { file: "api/uploads/route.ts", path: () => "/api/uploads", cells: onlyForPosts },
  { file: "api/uploads/[id]/route.ts", path: () => `/api/uploads/${NOWHERE}`, cells: onlyForPosts },
  document(""),
  document("/view"),
  { file: "api/cases.csv/route.ts", path: () => "/api/cases.csv", cells: cells(401, 403, 200, 200, 200) },
  {
    // The facts of people: closed to administrators as the screen is; a client asks their consultant for it.
    file: "api/cases/[number]/assessment.pdf/route.ts",
    path: ({ case1 }) => `/api/cases/${case1.number}/assessment.pdf`,
    cells: cells(401, 403, 200, 200, 403),
    foreign: {
      path: ({ case2 }) => `/api/cases/${case2.number}/assessment.pdf`,
      cells: cells(401, 404, 404, 200, 403),
    },
  },
  {
    file: "api/cases/[number]/timeline.csv/route.ts",
    path: ({ case1 }) => `/api/cases/${case1.number}/timeline.csv`,
    cells: cells(401, 403, 200, 200, 200),
    foreign: {
      path: ({ case2 }) => `/api/cases/${case2.number}/timeline.csv`,
      cells: cells(401, 404, 404, 200, 200),
    },
  },
];

/** Every page and route of app/ with its outcome for everybody: a route that is not here fails a test. */
export const MANIFEST: readonly Entry[] = [...PUBLIC, ...STAFF, ...CASES, ...REVIEW, ...PORTAL, ...API];
