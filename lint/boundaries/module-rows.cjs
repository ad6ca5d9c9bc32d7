/** The pure parts and the modules: what each file of the vocabulary may import. */
const {
  npm,
  moduleFiles,
  MODULES,
  TEST,
  IN_MODULE,
  COMMANDS,
  WRITERS,
  EXPRESS_ENTRY,
  POLICY,
  FORMAT,
  PORTS,
  SCHEMA,
  DRIZZLE,
  SERVER_ONLY,
  forbid,
  code,
} = require("./places.cjs");

/** Everything a file of a module may know about another module. */
const OTHER_MODULES = moduleFiles("types", "schemas", "rules", "visibility", "queries");

module.exports = [
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
  forbid(
    "module-vocabulary-row",
    "types, schemas and rules are shared by both sides: express-entry, policy, error codes and each other.",
    code(moduleFiles("types", "schemas", "rules")),
    {
      pathNot: [
        EXPRESS_ENTRY,
        POLICY,
        "^lib/(?:errors|ids)/",
        "^lib/encoding/types\\.ts$",
        "^lib/command/fields\\.ts$",
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
        SCHEMA,
        DRIZZLE,
        POLICY,
        EXPRESS_ENTRY,
        "^lib/(?:audit|errors|command|ids|format)/",
        PORTS,
        "^lib/jobs/enqueue\\.ts$",
        "node_modules/zod/",
        SERVER_ONLY,
      ],
    },
  ),
  forbid(
    "commands-take-context-and-port-types-only",
    "auth, mail and storage are known by their types and reached through ctx; what takes the ctx itself is open.",
    code([WRITERS, moduleFiles("queries")]),
    {
      path: PORTS,
      pathNot: ["^lib/mail/queue-mail\\.ts$", "^lib/auth/credentials\\.ts$"],
      dependencyTypesNot: ["type-only"],
    },
  ),
  forbid(
    "modules-meet-in-reads-and-types",
    "Of another module: its types, schemas, rules, visibility and queries; its commands from commands alone.",
    { path: `^lib/(${MODULES})/`, pathNot: [TEST, "/commands/"] },
    { path: IN_MODULE, pathNot: ["^lib/$1/", OTHER_MODULES] },
  ),
  forbid(
    "commands-compose-commands",
    "A command takes other modules' steps into its own transaction (docs/decisions/commands-compose.md), never their edges.",
    { path: "^lib/([^/]+)/commands/", pathNot: TEST },
    { path: IN_MODULE, pathNot: ["^lib/$1/", OTHER_MODULES, "^lib/[^/]+/commands/"] },
  ),
  forbid(
    "queries-row",
    "A read selects from visibility subqueries: as commands, without the schema and audit.",
    code(moduleFiles("queries")),
    {
      pathNot: [
        IN_MODULE,
        SCHEMA,
        DRIZZLE,
        POLICY,
        EXPRESS_ENTRY,
        "^lib/(?:errors|command|ids|format)/",
        PORTS,
        SERVER_ONLY,
      ],
    },
  ),
  forbid(
    "queries-never-touch-the-schema",
    "visibility is the only thing there is to select from, so no query can skip the predicate.",
    code(moduleFiles("queries")),
    { path: SCHEMA },
  ),
  forbid(
    "loaders-row",
    "A loader binds own queries to the request: auth, react cache, next/navigation, policy for `allowed`.",
    code(`${IN_MODULE}(?:|[^/]+/)loaders\\.ts$`),
    {
      pathNot: [
        moduleFiles("queries", "types", "schemas", "rules", "loaders"),
        "^lib/(?:auth|errors|format|ids)/",
        "^lib/command/actor-context\\.ts$",
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
