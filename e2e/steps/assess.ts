import type { Page } from "@playwright/test";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone, DEFAULT_ZONE } from "@/lib/express-entry/timing/zone";
import { expect } from "../fixtures/test";
import { chooseFrom, enterDate, pick, tabTo, typeInto } from "./keyboard";

export const SMALL_PHONE = { width: 360, height: 740 };

/** A day so many days from today: a test of a language and a permit run out one day, whoever runs this then. */
const inDays = (days: number) => addDays(dateInZone(new Date(), DEFAULT_ZONE), days);

/** The control of an answer, by its path; for a group of radio buttons the group. */
export const field = (page: Page, path: string) => page.locator(`[id="form-${path}"]`);
export const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

export async function onward(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole("button", { name }));
  await page.keyboard.press("Enter");
}

/** The focus is on the heading of what has come, so that it is read aloud and the tab key starts there. */
export async function arrivesAt(page: Page, name: string): Promise<void> {
  await expect(heading(page, name)).toBeFocused();
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
    .toBeLessThanOrEqual(SMALL_PHONE.width);
}

export async function tellOfOneself(page: Page): Promise<void> {
  await onward(page, "Suivant");
  const summary = page.getByRole("alert").filter({ hasText: "2 réponses sont à revoir" });
  await expect(summary).toBeFocused();
  await tabTo(page, summary.getByRole("link").first());
  await page.keyboard.press("Enter");
  await expect(field(page, "you.birthDate")).toBeFocused();
  await enterDate(page, field(page, "you.birthDate"), "1996-05-14");
  await chooseFrom(page, field(page, "you.citizenship"), "IN");
  await chooseFrom(page, field(page, "you.livesIn"), "CA");
  await chooseFrom(page, field(page, "you.status"), "worker");
  await enterDate(page, field(page, "you.statusEndsOn"), inDays(280));
  await onward(page, "Suivant");
  await arrivesAt(page, "Votre famille");
  await chooseFrom(page, field(page, "family.maritalStatus"), "single");
  await typeInto(page, field(page, "family.children"), "0");
}

export async function tellOfLanguages(page: Page): Promise<void> {
  await pick(page, field(page, "english.source"), "test");
  await chooseFrom(page, field(page, "english.kind"), "celpip_general");
  await enterDate(page, field(page, "english.takenOn"), inDays(-260));
  for (const ability of ["listening", "reading", "writing"])
    await typeInto(page, field(page, `english.${ability}`), "9");
  await typeInto(page, field(page, "english.speaking"), "13");
  await onward(page, "Suivant");
  await expect(page.getByRole("alert").first()).toContainText("de 0 à 12");
  await tabTo(page, field(page, "english.speaking"));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("9");
  await onward(page, "Suivant");
  await arrivesAt(page, "Votre français");
  await pick(page, field(page, "french.source"), "none");
}

export async function tellOfEducation(page: Page): Promise<void> {
  await chooseFrom(page, field(page, "education.0.level"), "bachelor_or_three_plus_year");
  await chooseFrom(page, field(page, "education.0.country"), "IN");
  await enterDate(page, field(page, "education.0.awardedOn"), "2018-06-30");
  await pick(page, field(page, "education.0.assessed"), "yes");
  await enterDate(page, field(page, "education.0.assessedOn"), "2025-10-01");
}

export async function tellOfWork(page: Page): Promise<void> {
  await pick(page, field(page, "canada.worked"), "yes");
  await typeInto(page, field(page, "canada.jobs.0.title"), "Développeuse de logiciels");
  await tabTo(page, field(page, "canada.jobs.0.nocCode"));
  await page.keyboard.type("développeur de logiciels");
  await expect(page.getByRole("option").first()).toContainText("logiciels");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(field(page, "canada.jobs.0.nocCode")).toHaveValue(/\(\d{5}\)/);
  await typeInto(page, field(page, "canada.jobs.0.hours"), "37,5");
  await enterDate(page, field(page, "canada.jobs.0.from"), "2024-09-01");
  await pick(page, field(page, "canada.jobs.0.selfEmployed"), "no");
  await pick(page, field(page, "canada.jobs.0.authorized"), "yes");
  await pick(page, field(page, "canada.jobs.0.duringStudy"), "no");
  await onward(page, "Suivant");
  await arrivesAt(page, "Travail hors du Canada");
  await pick(page, field(page, "abroad.worked"), "no");
  await onward(page, "Suivant");
  await arrivesAt(page, "Pour terminer");
  await chooseFrom(page, field(page, "more.province"), "ON");
  await typeInto(page, field(page, "more.funds"), "24 500");
  await pick(page, field(page, "more.sibling"), "no");
}
