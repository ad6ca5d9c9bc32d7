import { expect, type Locator, type Page } from "@playwright/test";

/** `2026-11-20 14:05:09`, as IRCC's pages show an instant. */
export function utc(instant: Date): string {
  return instant.toISOString().slice(0, 19).replace("T", " ");
}

export async function recordProfile(
  page: Page,
  number: string,
  profile: { number: string; score: number; submittedAt: Date },
): Promise<void> {
  await page.goto(`/cases/${number}/overview`);
  const form = page.getByRole("form", { name: "Record the Express Entry profile" });
  await form.getByLabel("Profile number").fill(profile.number);
  await form.getByLabel("CRS score IRCC shows").fill(String(profile.score));
  await form.getByLabel("Submitted, UTC").fill(utc(profile.submittedAt));
  await form.getByRole("button", { name: "Record profile" }).click();
  await expect(page.getByRole("region", { name: "Express Entry profile" })).toContainText(profile.number);
}

export interface PublishedRound {
  date: string;
  lowestCrs: number;
  tieBreakAt: Date;
}

/** Records a round of the Canadian Experience Class; leads to its page. */
export async function recordRound(page: Page, round: PublishedRound): Promise<void> {
  await page.goto("/draws/new");
  const form = page.getByRole("form", { name: "Record a round" });
  await form.getByLabel("Date of the round").fill(round.date);
  await form.getByLabel("Who it was for").selectOption({ label: "Canadian Experience Class" });
  await form.getByLabel("Invitations issued").fill("8000");
  await form.getByLabel("Lowest CRS").fill(String(round.lowestCrs));
  await form.getByLabel("Tie-break, UTC").fill(utc(round.tieBreakAt));
  await form.getByRole("button", { name: "Record and match" }).click();
  await page.waitForURL((url) => /^\/draws\/(?!new)/.test(url.pathname));
}

/** The row of a client in one of a round's tables. */
export function matchRow(page: Page, table: string, client: string): Locator {
  return page.getByRole("table", { name: table }).getByRole("row", { name: new RegExp(client) });
}

/** Records the ITA on the page the round leads to. */
export async function recordInvitation(
  page: Page,
  invitation: { receivedAt: Date; shownExpiry: string },
): Promise<void> {
  const form = page.getByRole("form", { name: "Record the invitation to apply" });
  await form.getByLabel("ITA message sent, UTC").fill(utc(invitation.receivedAt));
  await form.getByLabel("Last day shown in the account").fill(invitation.shownExpiry);
  await form.getByLabel("Invited under").selectOption({ label: "Canadian Experience Class" });
  await form.getByRole("button", { name: "Record ITA" }).click();
  await expect(page.getByRole("region", { name: "Invitation to apply" })).toContainText("Last day");
}

/** Takes up the open invitation, with the reason that is kept; ends on the case's overview. */
export async function takeUpInvitation(page: Page, number: string, reason: string): Promise<void> {
  await page.goto(`/cases/${number}/invitation`);
  const form = page.getByRole("form", { name: "Accept the invitation" });
  await form.getByLabel("Why it is accepted").fill(reason);
  await form.getByRole("button", { name: "Accept and start preparing" }).click();
  await expect(page.getByRole("region", { name: "Decisions" })).toContainText(reason);
  await page.goto(`/cases/${number}/overview`);
}
