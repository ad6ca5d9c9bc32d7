/** Components, pages and route handlers. */
const {
  npm,
  moduleFiles,
  TEST,
  COMMANDS,
  EXPRESS_ENTRY,
  POLICY,
  FORMAT,
  DRIZZLE,
  forbid,
  code,
  IN_MODULE,
} = require("./places.cjs");

const SHARED_VIEW_PACKAGES = npm("react", "react-dom", "@base-ui/react", "lucide-react", "next");

module.exports = [
  forbid(
    "ui-and-forms-row",
    "Primitives know react, the headless library, format and calendar dates: no module, no data, no app.",
    code("^components/(?:ui|forms)/"),
    {
      pathNot: [
        "^components/(?:ui|forms)/",
        FORMAT,
        "^lib/express-entry/timing/calendar-date\\.ts$",
        "^lib/(?:command|errors)/",
        SHARED_VIEW_PACKAGES,
      ],
    },
  ),
  forbid(
    "ui-and-forms-take-result-types-only",
    "A form knows the shape of an ActionResult and of an error code, never the machinery.",
    code("^components/(?:ui|forms)/"),
    { path: "^lib/(?:command|errors)/", dependencyTypesNot: ["type-only"] },
  ),
  forbid(
    "features-row",
    "A feature knows ui, forms, layout, modules' types, schemas, rules and actions, express-entry and format.",
    code("^components/(?!ui/|forms/)"),
    {
      path: "^(?:lib|app|scripts|e2e)/",
      pathNot: [
        moduleFiles("types", "schemas", "rules", "actions"),
        "^lib/(?:command|errors|i18n)/",
        EXPRESS_ENTRY,
        FORMAT,
      ],
    },
  ),
  forbid(
    "features-take-result-types-only",
    "A feature knows the shape of an ActionResult, never the machinery behind it.",
    code("^components/(?!ui/|forms/)"),
    { path: "^lib/(?:command|errors)/", dependencyTypesNot: ["type-only"] },
  ),
  forbid(
    "features-keep-apart",
    "A feature does not import another feature: a page composes them. All send a file in the one way there is.",
    { path: "^components/(?!ui/|forms/)([^/]+)/", pathNot: TEST },
    {
      path: "^components/",
      pathNot: ["^components/(?:ui|forms|layout|$1)/", "^components/documents/upload-panel\\.tsx$"],
    },
  ),
  forbid(
    "pages-row",
    "Pages and layouts route and compose: loaders, actions and types for the components they place, format, texts.",
    { path: "^app/", pathNot: [TEST, "^app/api/", "/route\\.ts$"] },
    {
      path: "^(?:lib|scripts|e2e)/",
      pathNot: ["^lib/[^/]+/(?:|[^/]+/)(?:loaders|actions|types|schemas)\\.ts$", "^lib/i18n/", FORMAT],
    },
  ),
  forbid(
    "routes-row",
    "A route handler calls commands and queries through lib/command; bytes come and go by the doors of documents and packages.",
    code(["^app/api/", "^app/.+/route\\.ts$"]),
    {
      path: "^(?:lib|components|scripts|e2e)/",
      pathNot: [
        COMMANDS,
        moduleFiles("queries", "schemas", "types", "rules"),
        "^lib/(?:documents/(?:assembly|reception|delivery)|packages/delivery)\\.ts$",
        "^lib/(?:command|auth|errors|format|runtime)/",
        POLICY,
      ],
    },
  ),
  forbid(
    "screens-never-see-the-database",
    "No SQL in app or components, types included.",
    { path: "^(?:app|components)/", pathNot: TEST },
    { path: [DRIZZLE, npm("pg"), "^lib/db/"] },
  ),
  forbid(
    "proxy-decides-nothing",
    "proxy.ts is never a security boundary (SECURITY.md D2): it sets headers and pre-checks Origin.",
    { path: "^proxy\\.ts$" },
    { path: ["^lib/(?:db|policy|audit)/", IN_MODULE, "^components/"] },
  ),
];
