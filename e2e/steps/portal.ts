import { expect, type Page } from "@playwright/test";

/** Sends a file for the document whose page is open; ends at its receipt. A picture is looked at before it is sent. */
export async function sendFile(page: Page, file: { name: string; mimeType: string; buffer: Buffer }) {
  await page.getByLabel("Choose a file").setInputFiles(file);
  const receipt = page.getByRole("heading", { level: 1, name: "Received, thank you" });
  const look = page.getByRole("button", { name: "Send this page" });
  await expect(look.or(receipt)).toBeVisible();
  if (await look.isVisible()) await look.click();
  await expect(receipt).toBeVisible();
}

/** Reads the facts and says that they are true. */
export async function confirmFacts(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Read and confirm" }).click();
  await page.getByRole("checkbox", { name: /I have read everything above/ }).check();
  await page.getByRole("button", { name: "Confirm the facts" }).click();
  await expect(page.getByText(/You confirmed these facts/)).toBeVisible();
}
