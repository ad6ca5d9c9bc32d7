import { expect, type Page } from "@playwright/test";
import { fillFields, enterFact, chooseOccupation, saveFact } from "./facts";

/** Opens an enquiry for a new client; the file's number. */
export async function openEnquiry(
  page: Page,
  client: { givenName: string; familyName: string; email: string },
): Promise<string> {
  await page.goto("/cases/new");
  const form = page.getByRole("form", { name: "New enquiry" });
  await form.getByLabel("Given names").fill(client.givenName);
  await form.getByLabel("Family name").fill(client.familyName);
  await form.getByLabel("E-mail").fill(client.email);
  await form.getByLabel("What it is about").fill("Wants to stay in Canada for good");
  await form.getByRole("button", { name: "Open the file" }).click();
  await page.waitForURL(/\/cases\/\d{2}-\d{4,}\/overview/);
  return /\/cases\/([\d-]+)\//.exec(page.url())?.[1] ?? "";
}

/** The consultation and both agreements, the signed paper with them, as far as the assessment. */
export async function retain(page: Page, number: string, signedOn: string, agreement: Buffer): Promise<void> {
  await page.goto(`/cases/${number}/overview`);
  const consultation = page.getByRole("form", { name: "Record the consultation" });
  await consultation.getByLabel("Consultation agreement signed on").fill(signedOn);
  await consultation.getByRole("button", { name: "Record the consultation" }).click();
  await page.getByRole("button", { name: "The agreement was sent" }).click();
  const service = page.getByRole("form", { name: "Record the service agreement" });
  await service.getByLabel("Signed by both on").fill(signedOn);
  await service
    .getByLabel("Choose a file")
    .setInputFiles({ name: "agreement.pdf", mimeType: "application/pdf", buffer: agreement });
  await expect(service.getByText("Received, thank you")).toBeVisible();
  await expect(service.getByLabel("Signed document")).toHaveText(/Service agreement, signed/);
  await expect(service.getByLabel("Signed document")).not.toHaveValue("");
  await service.getByRole("button", { name: "Record the agreement" }).click();
  await page.getByRole("button", { name: "Start the assessment" }).click();
  await expect(page.getByRole("region", { name: "Start the assessment" })).toHaveCount(0);
}

/** Birth, family, where one lives and wants to live. */
export async function enterPerson(page: Page, born: string): Promise<void> {
  await enterFact(page, /^Born: /, "Change this person", {
    Born: born,
    Citizenship: "India",
    "Lives in": "Canada",
    "Status in Canada": "Work permit",
    "Marital status": "Single",
    "Earlier union": "No",
  });
  await enterFact(page, /^Plans to live in: /, "Where they plan to live", { "Plans to live in": "Ontario" });
  await enterFact(page, /^Sibling in Canada: /, "Relatives in Canada", { Sibling: "No", Relative: "No" });
}

export async function enterAddress(page: Page, country: string, from: string, to: string): Promise<void> {
  await enterFact(page, "Add an address", "An address", { Country: country, From: from, To: to });
}

export interface EnteredJob {
  employer: string;
  country: string;
  from: string;
  to: string;
}

/** A full-time job as a software engineer, its occupation found by its title. */
export async function enterJob(page: Page, { employer, country, from, to }: EnteredJob): Promise<void> {
  const panel = "A job";
  await page.getByRole("link", { name: "Add a job" }).first().click();
  await fillFields(page, panel, {
    ...{ "Job title": "Software engineer", Employer: employer, Country: country },
    ...{ From: from, To: to, "Hours a week": "37.5" },
    ...(country === "Canada" ? { Authorized: "Yes", "While studying": "No" } : {}),
  });
  await chooseOccupation(page, panel, "software engineer", /^21231/);
  await saveFact(page, panel);
}

/** CELPIP 9 in all four. */
export async function enterTest(page: Page, takenOn: string): Promise<void> {
  const scores = { Listening: "9", Reading: "9", Writing: "9", Speaking: "9" };
  await enterFact(page, "Add a language test", "A language test", {
    Test: "CELPIP",
    "Taken on": takenOn,
    ...scores,
  });
}

/** A foreign bachelor's degree with its assessment. */
export async function enterDegree(page: Page): Promise<void> {
  await enterFact(page, "Add a credential", "A credential", {
    ...{ Level: "Bachelor's, or three years or more", School: "Pune University", Country: "India" },
    ...{ From: "1 Aug 2013", Completed: "30 May 2017", Length: "46" },
    ...{ "Assessed by": "WES", "Assessed on": "12 Mar 2024" },
  });
}
