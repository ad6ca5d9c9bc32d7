/**
 * Who may import whom: ARCHITECTURE.md's table, one named rule per promise (lint/boundaries/).
 *
 * A row that says "may import" becomes an allow-list (`*-row`), so that a new folder is closed until somebody
 * opens it here; a cell that says "must not" becomes a rule of its own where the allow-list could not say it.
 * `scripts/check/boundaries.test.ts` plants a violation of every rule: a rule without one fails there.
 *
 * @type {import("dependency-cruiser").IConfiguration}
 */
module.exports = {
  forbidden: [
    ...require("./lint/boundaries/module-rows.cjs"),
    ...require("./lint/boundaries/core-rows.cjs"),
    ...require("./lint/boundaries/screen-rows.cjs"),
    ...require("./lint/boundaries/hygiene.cjs"),
  ],
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
