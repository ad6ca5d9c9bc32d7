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
}

async function signIn(browser: Browser, email: string): Promise<Page> {
  const page = await browser.newPage({
    baseURL: env().appOrigin,
    locale: "en-CA",
    timezoneId: "America/Toronto",
  });
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  return page;
}

async function take(page: Page, { name, path }: Shot): Promise<void> {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto(path);
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
    { name: "review", path: "/review" },
    ...tabs.map((tab) => ({ name: tab, path: `${file}/${tab}` })),
  ];
  for (const shot of staff) await take(manager, shot);
  const client = await signIn(browser, "neha.kulkarni@mail.example");
  const portal: Shot[] = [
    { name: "portal", path: "/portal" },
    { name: "portal-documents", path: "/portal/documents" },
  ];
  for (const shot of portal) await take(client, shot);
  const seconds = Math.round((monotonicMilliseconds() - begun) / 1000);
  console.log(`${(staff.length + portal.length) * 4} pictures in ${FOLDER}, ${seconds} s`);
} finally {
  await browser.close();
}
// The channel to the process that started this one would keep it waiting.
process.exit(0);
