import {
  cells,
  same,
  everybody,
  allStaff,
  consultantsAndManagers,
  managersAndAdministrators,
  administrators,
  clients,
  NOWHERE,
  page,
  type Entry,
} from "./cells";
import { API, LINKS } from "./doors";

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
  page("(staff)/deadlines/calls/", "/deadlines/calls", allStaff),
  page("(staff)/deadlines/month/", "/deadlines/month", allStaff),
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
  page(
    "(staff)/reports/",
    "/reports",
    cells("sign-in", "to /portal", "to /reports/on-time", "to /reports/on-time", "to /reports/on-time"),
  ),
  { file: "(staff)/reports/[name]/page.tsx", path: () => "/reports/intake", cells: allStaff },
  { file: "(staff)/reports/[name]/cases/page.tsx", path: () => "/reports/intake/cases", cells: allStaff },
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
  page("(staff)/settings/leave/", "/settings/leave", allStaff),
  page("(staff)/settings/calendar/", "/settings/calendar", allStaff),
  page("(staff)/settings/staff/", "/settings/staff", managersAndAdministrators),
  page("(staff)/settings/firm/", "/settings/firm", administrators),
  page("(staff)/settings/lead-times/", "/settings/lead-times", allStaff),
  page("(staff)/settings/message-templates/", "/settings/message-templates", allStaff),
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
  page("(staff)/settings/jobs/", "/settings/jobs", administrators),
  page("(staff)/notices/", "/notices", allStaff),
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
  caseTab("dates"),
  caseTab("checklist"),
  caseTab("documents"),
  caseTab("documents/forms", { closedToAdministrators: true }),
  caseTab("documents/package", { closedToAdministrators: true }),
  caseTab("tasks", { closedToAdministrators: true }),
  caseTab("messages", { closedToAdministrators: true }),
  caseTab("handover", { closedToAdministrators: true }),
  caseTab("timeline"),
  caseTab("processing", { closedToAdministrators: true }),
  caseTab("closing", { closedToAdministrators: true }),
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
  page("portal/calendar/", "/portal/calendar", clients),
  page("portal/approve/", "/portal/approve", clients),
  portalDocument("portal/documents/[requirementId]/page.tsx", ""),
  portalDocument("portal/documents/[requirementId]/received/page.tsx", "/received"),
];

/** Every page and route of app/ with its outcome for everybody: a route that is not here fails a test. */
export const MANIFEST: readonly Entry[] = [
  ...PUBLIC,
  ...LINKS,
  ...STAFF,
  ...CASES,
  ...REVIEW,
  ...PORTAL,
  ...API,
];
