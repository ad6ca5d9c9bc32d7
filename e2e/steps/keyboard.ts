import type { Locator, Page } from "@playwright/test";
import { expect } from "../fixtures/test";

/** More stops of the tab key than any screen has between two of its fields. */
const MOST_STOPS = 40;

/** Walks with the tab key until this is where one is. Fails where the keyboard does not get there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const arrived = () => target.evaluate((element) => element === document.activeElement);
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await arrived()) return;
    await page.keyboard.press("Tab");
  }
  await expect(target, "the tab key gets there").toBeFocused();
}

export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
  await expect(target).toHaveValue(text);
}

/** Reached by the keyboard; the order of day, month and year in a date field is the browser's own. */
export async function enterDate(page: Page, target: Locator, date: string): Promise<void> {
  await tabTo(page, target);
  await target.fill(date);
}

/** Down the list of a select, until the value is there. */
export async function chooseFrom(page: Page, target: Locator, value: string): Promise<void> {
  await tabTo(page, target);
  const steps = await target.evaluate((select, wanted) => {
    if (!(select instanceof HTMLSelectElement)) return 0;
    return [...select.options].findIndex((option) => option.value === wanted) - select.selectedIndex;
  }, value);
  for (let step = 0; step < steps; step += 1) await page.keyboard.press("ArrowDown");
  await expect(target).toHaveValue(value);
}

/** One of a group of radio buttons: to the group by tab, within it by the arrows, with the space bar for the first. */
export async function pick(page: Page, group: Locator, value: string): Promise<void> {
  const wanted = group.locator(`input[value="${value}"]`);
  const checked = group.locator("input:checked");
  await tabTo(page, (await checked.count()) > 0 ? checked : group.locator("input").first());
  const values = await group
    .locator("input")
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  await page.keyboard.press("Space");
  for (let step = 0; step < values.length && !(await wanted.isChecked()); step += 1) {
    await page.keyboard.press("ArrowDown");
  }
  await expect(wanted).toBeChecked();
}
