import { expect, type Page } from "@playwright/test";

/** Everything the timeline of a case says, page by page, newest first. */
export async function readTimeline(page: Page, number: string): Promise<string> {
  await page.goto(`/cases/${number}/timeline`);
  const read: string[] = [];
  for (;;) {
    await expect(page.getByRole("link", { name: "CSV" })).toBeVisible();
    read.push(await page.getByRole("main").innerText());
    const older = page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Next" });
    const address = (await older.count()) > 0 ? await older.getAttribute("href") : null;
    if (address === null) return read.join("\n");
    await page.goto(address);
  }
}
