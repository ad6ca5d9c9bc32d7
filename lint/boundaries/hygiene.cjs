/** What holds of every import. */
const { TEST, forbid } = require("./places.cjs");

module.exports = [
  forbid(
    "no-circular",
    "A cycle has no layer. Cycles of types alone vanish in compilation and are allowed.",
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  ),
  forbid(
    "no-orphans",
    "A file that imports nothing and that nothing imports is not part of the product.",
    { orphan: true, path: "^(?:lib|components)/", pathNot: [TEST, "^lib/testing/", "\\.d\\.ts$"] },
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
