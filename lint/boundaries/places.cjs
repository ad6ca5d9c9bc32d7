/** The words of the boundary rules: regular expressions for the places of the house. */
const house = require("../../scripts/check/house.json");

const any = (names) => `(?:${names.join("|")})`;
/** Resolved path of an npm package, with or without its separate types. */
const npm = (...names) => `^node_modules/(?:@types/)?${any(names)}/`;

const MODULES = any(house.modules);
/** A vocabulary file of a module, also inside one of its concept folders. */
const moduleFiles = (...names) => `^lib/${MODULES}/(?:|[^/]+/)${any(names)}\\.ts$`;
const infrastructure = (except) =>
  `^lib/${any(house.infrastructure.filter((name) => !except.includes(name)))}/`;

const TEST = "\\.test\\.tsx?$";

module.exports = {
  npm,
  moduleFiles,
  infrastructure,
  MODULES,
  TEST,
  IN_MODULE: `^lib/${MODULES}/`,
  COMMANDS: `^lib/${MODULES}/(?:|[^/]+/)commands/[^/]+\\.ts$`,
  WRITERS: `^lib/${MODULES}/(?:|[^/]+/)(?:visibility|jobs|commands/[^/]+)\\.ts$`,
  EXPRESS_ENTRY: "^lib/express-entry/",
  POLICY: "^lib/policy/",
  FORMAT: "^lib/format/",
  PORTS: "^lib/(?:auth|mail|storage)/",
  SCHEMA: "^lib/db/schema/",
  DRIZZLE: npm("drizzle-orm"),
  SERVER_ONLY: npm("server-only"),
  forbid: (name, comment, from, to) => ({ name, comment, severity: "error", from, to }),
  /** A place without its tests: tests reach further than the code beside them. */
  code: (path) => ({ path, pathNot: TEST }),
};
