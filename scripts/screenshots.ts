import { mkdirSync } from "node:fs";
import { chromium, type Browser, type Page } from "@playwright/test";
import { monotonicMilliseconds } from "@/lib/clock/clock";
import { env } from "@/lib/runtime/env";
import { DEMO_PASSWORD } from "@/lib/users/rules";
import { stopRequest } from "./start/stop-request";
import { findOrInstallChromium } from "./test/chromium";

/**
 * `npm run screenshots`: pictures of the main screens for the README, from a running demonstration (`npm start`),
 * at 1440 and 390 px, light and dark. APP_ORIGIN says where it runs.
 */
const FOLDER = "docs/screenshots";
const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

interface Shot {
  name: string;
  path: string;
  /** What has to be done on the page before its picture is taken; nothing is written. */
  prepare?: (page: Page) => Promise<void>;
}

/** A browser window that nobody is signed in to. */
function openPage(browser: Browser): Promise<Page> {
  return browser.newPage({ baseURL: env().appOrigin, locale: "en-CA", timezoneId: "America/Toronto" });
}

async function signIn(browser: Browser, email: string): Promise<Page> {
  const page = await openPage(browser);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  return page;
}

async function take(page: Page, { name, path, prepare }: Shot): Promise<void> {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto(path);
      await prepare?.(page);
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: `${FOLDER}/${name}-${size}-${colorScheme}.png` });
    }
  }
}

/** The address of the case on which the deadline board puts most weight. */
async function firstCase(manager: Page): Promise<string> {
  await manager.goto("/deadlines");
  const href = await manager.getByRole("table").getByRole("link").first().getAttribute("href");
  const number = /^\/cases\/([^/]+)\//.exec(href ?? "")?.[1];
  if (!number) throw new Error("The demonstration has no open window: is this a demo server?");
  return `/cases/${number}`;
}

const PNP = { drawName: "Provincial Nominee Program", drawSize: "733", drawCRS: "725" };
/** A file in IRCC's shape: a round that is new, one that was recorded otherwise, one with faults. */
const ROUNDS = [
  { ...PNP, drawNumber: "9001", drawDate: "2026-11-05", drawCutOff: "September 01, 2026 at 23:05:13 UTC" },
  { ...PNP, drawNumber: "445", drawDate: "2026-09-28", drawSize: "734" },
  { ...PNP, drawNumber: "9002", drawDate: "2999-01-01", drawSize: "-5", drawCutOff: "midnight" },
];

/** Shows what a file of rounds would change. */
async function chooseRounds(page: Page): Promise<void> {
  const buffer = Buffer.from(JSON.stringify({ rounds: ROUNDS }));
  const file = { name: "ee_rounds_123_en.json", mimeType: "application/json", buffer };
  await page.getByLabel("Choose a file").setInputFiles(file);
  await page.getByText("nothing is written yet").waitFor();
}

const begun = monotonicMilliseconds();
mkdirSync(FOLDER, { recursive: true });
const executablePath = await findOrInstallChromium(process.env.PLAYWRIGHT_CHROMIUM, stopRequest());
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
try {
  const manager = await signIn(browser, "anjali.jain@newjain.example");
  const file = await firstCase(manager);
  const tabs = ["overview", "assessment", "checklist", "documents", "timeline"];
  const staff: Shot[] = [
    { name: "today", path: "/" },
    { name: "cases", path: "/cases" },
    { name: "deadlines", path: "/deadlines" },
    { name: "pool", path: "/pool" },
    { name: "draws", path: "/draws" },
    { name: "draws-history", path: "/draws?year=all" },
    { name: "draws-import", path: "/draws/import", prepare: chooseRounds },
    { name: "draw", path: "/draws/390" },
    { name: "review", path: "/review" },
    { name: "rules", path: "/settings/rules" },
    { name: "forecast", path: `${file}/assessment/forecast` },
    ...tabs.map((tab) => ({ name: tab, path: `${file}/${tab}` })),
  ];
  for (const shot of staff) await take(manager, shot);
  const client = await signIn(browser, "neha.kulkarni@mail.example");
  const portal: Shot[] = [
    { name: "portal", path: "/portal" },
    { name: "portal-documents", path: "/portal/documents" },
  ];
  for (const shot of portal) await take(client, shot);
  const anybody: Shot[] = [{ name: "assess", path: "/assess" }];
  for (const shot of anybody) await take(await openPage(browser), shot);
  const seconds = Math.round((monotonicMilliseconds() - begun) / 1000);
  console.log(`${(staff.length + portal.length + anybody.length) * 4} pictures in ${FOLDER}, ${seconds} s`);
} finally {
  await browser.close();
}
// The channel to the process that started this one would keep it waiting.
process.exit(0);
