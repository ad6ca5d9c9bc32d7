import { cells, same, everybody, onlyForPosts, NOWHERE, page, type Entry } from "./cells";

/** Without the cookie of its landing a link is dead: the same plain page for everybody. */
export const LINKS: readonly Entry[] = [
  page("(public)/send/", "/send?item=0123456789abcdef", everybody),
  {
    file: "(public)/send/[token]/route.ts",
    path: () => `/send/${"A".repeat(43)}`,
    cells: same("to /send?item=[ref]"),
  },
  {
    file: "api/item-links/route.ts",
    path: ({ case1 }) => `/api/item-links?item=${case1.requirementId}`,
    cells: cells(401, 200, 200, 200, 403),
    foreign: {
      path: ({ case2 }) => `/api/item-links?item=${case2.requirementId}`,
      cells: cells(401, 404, 404, 200, 403),
    },
  },
  { file: "api/item-links/[linkId]/route.ts", path: () => `/api/item-links/${NOWHERE}`, cells: onlyForPosts },
  {
    file: "api/uploads/by-link/[ref]/route.ts",
    path: () => "/api/uploads/by-link/0123456789abcdef",
    cells: onlyForPosts,
  },
  {
    file: "api/uploads/by-link/[ref]/[id]/route.ts",
    path: () => `/api/uploads/by-link/0123456789abcdef/${NOWHERE}`,
    cells: onlyForPosts,
  },
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

export const API: readonly Entry[] = [
  // The secret in its address is the key of a calendar feed: to whoever has none, signed in or not, nothing is there.
  {
    file: "api/calendar/[file]/route.ts",
    path: () => `/api/calendar/${"A".repeat(43)}.ics`,
    cells: same(404),
  },
  {
    file: "api/packages/[packageId]/route.ts",
    path: () => `/api/packages/${NOWHERE}`,
    cells: cells(401, 403, 404, 404, 404),
  },
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
  {
    file: "api/reports/[name]/[file]/route.ts",
    path: () => "/api/reports/intake/by-month.csv",
    cells: cells(401, 403, 200, 200, 200),
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
