import { describe, expect, test } from "vitest";
import type { House } from "./vocabulary";
import { firstStatementOf, vocabularyFaults } from "./vocabulary";

const house: House = {
  pure: ["express-entry"],
  infrastructure: ["db"],
  modules: ["cases", "documents"],
  concepts: { documents: ["package"] },
};
const guarded = () => 'import "server-only";';
const faults = (...files: string[]) => vocabularyFaults(files, house, guarded);

describe("a module speaks the closed vocabulary", () => {
  test.each(["types", "schemas", "rules", "visibility", "queries", "loaders", "actions", "jobs"])(
    "%s.ts",
    (word) => {
      expect(faults(`lib/cases/${word}.ts`)).toEqual([]);
    },
  );

  test("commands are verbs, one file each", () => {
    expect(faults("lib/cases/commands/assign-case.ts")).toEqual([]);
    expect(faults("lib/cases/commands/assignCase.ts")).toHaveLength(1);
    expect(faults("lib/cases/commands/assign/case.ts")).toHaveLength(1);
  });

  test("anything else is refused, unless it is a concept of that module", () => {
    expect(faults("lib/cases/numbering.ts")).toHaveLength(1);
    expect(faults("lib/cases/package/contents.ts")).toHaveLength(1);
    expect(faults("lib/documents/package/contents.ts", "lib/documents/package.ts")).toEqual([]);
  });

  test("a test stands beside the code that it tests", () => {
    expect(faults("lib/cases/queries.ts", "lib/cases/queries.db.test.ts")).toEqual([]);
    expect(faults("lib/cases/everything.test.ts")).toHaveLength(1);
  });
});

describe("the house", () => {
  test("lib has no loose files and no unknown folders", () => {
    expect(faults("lib/db/client.ts", "lib/express-entry/crs/score.ts")).toEqual([]);
    expect(faults("lib/env.ts")).toHaveLength(1);
    expect(faults("lib/invoices/types.ts")).toHaveLength(1);
  });

  test.each([
    "lib/db/utils.ts",
    "lib/db/helpers/sql.ts",
    "components/ui/index.tsx",
    "components/cases/case-helpers.ts",
    "lib/express-entry/common.ts",
    "app/(staff)/mail-service.ts",
    "lib/db/date.utils.ts",
  ])("%s is not a name", (file) => {
    expect(faults(file)).toHaveLength(1);
  });

  test("words of the field are names", () => {
    expect(faults("lib/express-entry/common-law.ts", "components/cases/index-card.tsx")).toEqual([]);
  });
});

describe("files that read data start with server-only", () => {
  const unguarded = (...files: string[]) =>
    vocabularyFaults(files, house, () => 'import { sql } from "drizzle-orm";');

  test("queries, visibility, loaders, jobs and commands", () => {
    const readers = ["queries", "visibility", "loaders", "jobs", "commands/assign-case"];
    expect(unguarded(...readers.map((name) => `lib/cases/${name}.ts`))).toHaveLength(readers.length);
  });

  test("types, rules, schemas, actions and tests do not need it", () => {
    expect(unguarded("lib/cases/types.ts", "lib/cases/rules.ts", "lib/cases/rules.test.ts")).toEqual([]);
  });

  test("a leading comment is not a statement", () => {
    expect(firstStatementOf('/** Reads cases. */\n// why\n\nimport "server-only";\nimport x from "y";')).toBe(
      'import "server-only";',
    );
  });
});
