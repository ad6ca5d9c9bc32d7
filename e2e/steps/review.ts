import { expect, type Page } from "@playwright/test";

/** Opens the review of one document of a case. */
async function openReview(page: Page, number: string, requirementId: string): Promise<void> {
  await page.goto(`/review/${requirementId}?case=${number}`);
  await expect(page.getByRole("region", { name: "Review" })).toBeVisible();
}

/** Reads the dates off the document, ticks every point and accepts. */
export async function acceptDocument(page: Page, number: string, requirementId: string, dates: ReviewDates) {
  await openReview(page, number, requirementId);
  const review = page.getByRole("region", { name: "Review" });
  const typed = review.getByPlaceholder("8 Mar 2026");
  if ((await typed.count()) > 0) {
    const label = await typed.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? "");
    await typed.fill(/valid|expir|ends|until/i.test(label) ? dates.validUntil : dates.issuedOn);
  }
  for (const point of await review.getByRole("checkbox").all()) await point.check();
  await review.getByRole("button", { name: /^Accept/ }).click();
  await expect(page.getByText(/: accepted$/)).toBeVisible();
}

export interface ReviewDates {
  issuedOn: string;
  validUntil: string;
}

/** Returns it with a reason in one's own words, which the client reads. */
export async function returnDocument(page: Page, number: string, requirementId: string, reason: string) {
  await openReview(page, number, requirementId);
  const review = page.getByRole("region", { name: "Review" });
  await review.getByRole("button", { name: /Write another reason/ }).click();
  await review.getByLabel("What the client has to do").fill(reason);
  await review.getByRole("button", { name: "Return with this reason" }).click();
  await expect(page.getByText(/: returned$/)).toBeVisible();
}
