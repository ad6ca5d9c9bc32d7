import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone, DEFAULT_ZONE } from "@/lib/express-entry/timing/zone";
import { formatDate } from "@/lib/format/dates";
import { newId } from "@/lib/ids/id";
import { readPdf } from "@/lib/testing/pdf-text";
import { samplePdf } from "@/lib/testing/sample-files";
import { addProfileTwoCase } from "./fixtures/profile-two";
import { expect, test } from "./fixtures/test";
import * as steps from "./steps/case";
import { shownScore } from "./steps/facts";
import { readTimeline } from "./steps/timeline";

const ON = "2026-01-07";

/** Profile 2 of the rules reference, as `npm run score` takes it: said here by hand, not read off the page. */
const PROFILE_TWO = {
  withSpouse: false,
  age: 30,
  education: "bachelor_or_three_plus_year",
  firstLanguage: { language: "en", reading: 9, writing: 9, listening: 9, speaking: 9 },
  secondLanguage: null,
  canadianWorkYears: 2,
  foreignWorkYears: 0,
  certificateOfQualification: false,
  spouse: null,
  siblingInCanada: false,
  canadianStudy: "three_year_plus",
  provincialNomination: false,
};

/** The lines of the screen, and where the command line says the same. */
const LINES: Readonly<Record<string, [section: string, key: string]>> = {
  Age: ["core", "age"],
  Education: ["core", "education"],
  "First official language": ["core", "firstLanguage"],
  "Second official language": ["core", "secondLanguage"],
  "Canadian work": ["core", "canadianWork"],
  "Education and language": ["transferability", "educationLanguage"],
  "Education and Canadian work": ["transferability", "educationCanadianWork"],
  "Foreign work and language": ["transferability", "foreignWorkLanguage"],
  "Foreign and Canadian work": ["transferability", "foreignWorkCanadianWork"],
  "Certificate of qualification and language": ["transferability", "certificate"],
  "Sibling in Canada": ["additional", "sibling"],
  French: ["additional", "french"],
  "Study in Canada": ["additional", "canadianStudy"],
  "Provincial nomination": ["additional", "nomination"],
};

type Answer = { total: number } & Record<string, Record<string, number>>;

/** Presses Print, and reads what comes. */
async function printed(page: Page) {
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Print the report" }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), paper: await readPdf(await readFile(await download.path())) };
}

test("a consultant goes from a blank file to a printed report in one sitting", async ({ pageOf, world }) => {
  test.setTimeout(240_000);
  const page = await pageOf(world.C1);
  const today = dateInZone(new Date(), DEFAULT_ZONE);
  const mark = newId().slice(0, 6);
  let number = "";

  await test.step("the file is opened, and the client retains the firm", async () => {
    number = await steps.openEnquiry(page, {
      ...{ givenName: "Minh Anh", familyName: `Trần ${mark}`, email: `minh.${mark}@client.test` },
    });
    await steps.retain(page, number, addDays(today, -2), samplePdf());
  });

  await test.step("the facts are entered, and the verdict stands beside them", async () => {
    await page.goto(`/cases/${number}/assessment`);
    await steps.enterPerson(page, "12 Mar 1995");
    await steps.enterDegree(page);
    await steps.enterTest(page, formatDate(addDays(today, -200)));
    await steps.enterJob(page, {
      ...{ employer: "Halden Systems", country: "Canada", from: "1 Feb 2022", to: "" },
    });
    const programs = page.getByRole("table", { name: "Programs, criterion by criterion" });
    await expect(programs.getByRole("columnheader", { name: /^CEC/ })).not.toContainText("Not eligible");
  });

  await test.step("the forecast is looked at", async () => {
    await page.goto(`/cases/${number}/assessment/forecast`);
    await expect(page.getByRole("img", { name: /^CRS over the 24 months/ })).toBeVisible();
  });

  await test.step("the report is printed, and says what the screen says", async () => {
    await page.goto(`/cases/${number}/assessment`);
    const score = await shownScore(page);
    expect(score).toBeGreaterThan(300);
    const { name, paper } = await printed(page);
    expect(name).toBe(`assessment-${number}-${today}.pdf`);
    expect(paper.text).toContain(`${score} CRS on ${formatDate(today)}`);
    expect(paper.text).toContain(`Total ${score} 1,200`);
    expect(paper.title).toBe(`Express Entry assessment, Minh Anh Trần ${mark}`);
    for (const words of [
      `Minh Anh Trần ${mark}`,
      `File ${number}`,
      "Canadian Experience Class (CEC) eligible",
      "What could be improved",
      "It is not a guarantee",
      `Page 1 of ${paper.pages.length}`,
    ]) {
      expect(paper.text).toContain(words);
    }
    expect(await readTimeline(page, number)).toContain(`printed the assessment of ${formatDate(today)}`);
  });
});

test("the screen and the paper show the figures of npm run score for the same facts", async ({
  database,
  pageOf,
  world,
}) => {
  const file = await addProfileTwoCase(database, {
    owner: world.C1,
    name: ["Profile", `Two${newId().slice(0, 5)}`],
  });
  const line = JSON.stringify({ id: "browser", on: ON, factors: PROFILE_TWO });
  const { stdout } = spawnSync(process.execPath, ["scripts/run.mjs", "score"], {
    input: line,
    encoding: "utf8",
  });
  const answer = JSON.parse(stdout) as Answer;
  expect(answer.total).toBe(482);
  const page = await pageOf(world.C1);
  await page.goto(`/cases/${file.number}/assessment?on=${ON}`);
  expect(await shownScore(page)).toBe(answer.total);
  const table = page.getByRole("table", { name: "The lines of the score" });
  for (const [label, [section, key]] of Object.entries(LINES)) {
    const row = table
      .getByRole("row")
      .filter({ has: page.getByRole("button", { name: label, exact: true }) });
    await expect(row.getByRole("cell").nth(1), label).toHaveText(String(answer[section]?.[key]));
  }
  const { paper } = await printed(page);
  expect(paper.text).toContain(`${answer.total} CRS on ${formatDate(ON)}`);
});

test("a line opens its rule, the row of the table and the source, also without a script", async ({
  contextOf,
  database,
  world,
}) => {
  const file = await addProfileTwoCase(database, {
    owner: world.C1,
    name: ["Rule", `Reader${newId().slice(0, 5)}`],
  });
  const page = await (await contextOf(world.C1, { javaScriptEnabled: false })).newPage();
  await page.goto(`/cases/${file.number}/assessment?on=${ON}`);
  const rule = page.getByRole("dialog", { name: "Age", exact: true });
  await expect(rule).toBeHidden();
  await page.getByRole("button", { name: "Age", exact: true }).first().click();
  await expect(rule).toContainText("Age 30");
  await expect(rule).toContainText("105");
  await expect(rule).toContainText("Age on the day of the calculation");
  await expect(rule.getByRole("link", { name: /^IRCC, CRS criteria/ })).toHaveAttribute("href", /canada\.ca/);
  await expect(rule).toContainText(/as of \d+ \w+ \d{4}/);
  await page.keyboard.press("Escape");
  await expect(rule).toBeHidden();
});
