import { defineConfig } from "@playwright/test";

// `npm test` starts the product on a port and data of its own and says here where it is. To run one file against a
// server that runs already: APP_ORIGIN=http://localhost:3000 npx playwright test e2e/some.spec.ts
const { APP_ORIGIN = "http://localhost:3000", PLAYWRIGHT_CHROMIUM, PLAYWRIGHT_RESULTS } = process.env;

/** Suites that start a product of their own and break it. */
const FAULTS = /security\/faults\/.*\.spec\.ts$/;

export default defineConfig({
  testDir: "e2e",
  outputDir: ".test/playwright",
  // A test that passes at the second try has found something.
  retries: 0,
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ["list"],
    ...(PLAYWRIGHT_RESULTS ? [["json", { outputFile: PLAYWRIGHT_RESULTS }] as const] : []),
  ],
  use: {
    baseURL: APP_ORIGIN,
    // A control that is not there fails by its name, and not as a test that took too long.
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    locale: "en-CA",
    timezoneId: "America/Toronto",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: PLAYWRIGHT_CHROMIUM || undefined,
      // Chromium has no sandbox as root, and should look for nothing but the product.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "chromium", testIgnore: FAULTS },
    // These kill products of their own, each file one after the other.
    { name: "faults", testMatch: FAULTS, fullyParallel: false },
  ],
});
