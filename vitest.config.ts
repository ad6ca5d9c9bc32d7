import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const ignored = ["node_modules/**", ".next/**", ".data/**", ".test/**", "e2e/**"];

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      { find: /^server-only$/, replacement: `${root}lib/testing/server-only.ts` },
    ],
  },
  test: {
    // Two cores: more workers than that only make each other's time limits run out.
    maxWorkers: 2,
    // A limit is there to end what hangs, not to time a machine that is busy with something else.
    testTimeout: 30_000,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...ignored, "**/*.{db,process}.test.ts"],
          setupFiles: process.env.PROPERTIES === "any" ? [] : ["lib/testing/one-seed.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude: ignored,
          globalSetup: ["lib/testing/database-setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: "process",
          include: ["**/*.process.test.ts"],
          exclude: ignored,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
