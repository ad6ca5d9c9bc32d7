import { expect, type Page } from "@playwright/test";

/** What a form of a fact is given: the words of its labels, and what is typed, chosen or ticked. */
export type Typed = Readonly<Record<string, string | boolean>>;

/** Fills the fields of the open form, whatever each of them is. */
export async function fillFields(page: Page, panelName: string, typed: Typed): Promise<void> {
  const panel = page.getByRole("region", { name: panelName, exact: true });
  await expect(panel).toBeVisible();
  for (const [label, value] of Object.entries(typed)) {
    // Where a fact may be left out, its label says "optional" too.
    const field = panel.getByLabel(new RegExp(`^${label}(?:\\s*optional)?$`));
    if (typeof value === "boolean") await field.setChecked(value);
    else if ((await field.evaluate((control) => control.tagName)) === "SELECT") {
      await field.selectOption({ label: value });
    } else await field.fill(value);
  }
}

/** Saves the open form and waits until it has closed. */
export async function saveFact(page: Page, panelName: string): Promise<void> {
  const panel = page.getByRole("region", { name: panelName, exact: true });
  await panel.getByRole("button", { name: "Save", exact: true }).click();
  await expect(panel).toHaveCount(0);
}

/** Opens a form by a link of the facts card, fills it and saves it. */
export async function enterFact(page: Page, link: string | RegExp, panelName: string, typed: Typed) {
  await page.getByRole("link", { name: link }).first().click();
  await fillFields(page, panelName, typed);
  await saveFact(page, panelName);
}

/** The CRS that the assessment shows for the day. */
export async function shownScore(page: Page): Promise<number> {
  const card = page.getByRole("region", { name: /^CRS on / });
  return Number(await card.locator("p").first().innerText());
}

/** The CRS that the assessment shows once it is above `before`: a fact that was saved is told there a moment later. */
export async function scoreAbove(page: Page, before: number): Promise<number> {
  await expect.poll(() => shownScore(page)).toBeGreaterThan(before);
  return shownScore(page);
}

/** Searches the occupations by title, as one does while entering a job, and takes one of the matches. */
export async function chooseOccupation(page: Page, panelName: string, typed: string, match: RegExp) {
  const panel = page.getByRole("region", { name: panelName, exact: true });
  await panel.getByLabel("Occupation", { exact: true }).pressSequentially(typed);
  await page.getByRole("option", { name: match }).first().click();
}
