import { expect, type Page } from "@playwright/test";

const TITLE = "Invitation to apply, letter";

/** Who entered the date files IRCC's letter with it. */
export async function attachLetter(page: Page, number: string, letter: Buffer): Promise<void> {
  await page.goto(`/cases/${number}/invitation`);
  const card = page.getByRole("region", { name: "Date of the invitation" });
  await expect(page.getByText("Date not confirmed.")).toBeVisible();
  await card
    .getByLabel("Choose a file")
    .setInputFiles({ name: "ita.pdf", mimeType: "application/pdf", buffer: letter });
  const attach = card.getByRole("form", { name: "Attach the letter" });
  await attach.getByLabel("Which document is the letter").selectOption({ label: TITLE });
  await attach.getByRole("button", { name: "Attach", exact: true }).click();
  await expect(card.getByRole("link", { name: "Open the letter" })).toBeVisible();
}

/** Another person opens the letter, and types the date they read in it: the second key. */
export async function confirmDate(page: Page, number: string, issuedOn: string): Promise<void> {
  await page.goto(`/cases/${number}/invitation`);
  const card = page.getByRole("region", { name: "Date of the invitation" });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    card.getByRole("link", { name: "Open the letter" }).click(),
  ]);
  expect(await download.failure()).toBeNull();
  const form = page.getByRole("form", { name: "Confirm the date" });
  await form.getByLabel("Date of the letter").fill(issuedOn);
  await form.getByRole("button", { name: "Confirm the date" }).click();
  await expect(card).toContainText("Read in the letter and confirmed by");
  await expect(page.getByText("Date not confirmed.")).toHaveCount(0);
}
