import { expect, type Locator, type Page } from "@playwright/test";

/** The lane of a client on the board: a row of its table, on a phone a card. */
export function laneOf(page: Page, client: string): Locator {
  return page.getByRole("row").filter({ hasText: client });
}

/** Puts the lane of a client before a manager. */
export async function escalate(
  page: Page,
  { client, to, why }: { client: string; to: string; why: string },
): Promise<void> {
  await laneOf(page, client)
    .getByRole("button", { name: `More for ${client}`, exact: true })
    .click();
  await page.getByRole("menuitem", { name: "Escalate", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: `Escalate ${client}`, exact: true });
  await dialog.getByLabel("Manager").selectOption({ label: to });
  await dialog.getByLabel("Why").fill(why);
  await dialog.getByRole("button", { name: "Escalate", exact: true }).click();
  await expect(dialog).toHaveCount(0);
}
