import type { Page } from "@playwright/test";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone, DEFAULT_ZONE } from "@/lib/express-entry/timing/zone";
import { newId } from "@/lib/ids/id";
import { addProfileTwo, lifeUntil } from "@/lib/testing/profile-two";
import { addPoolCase } from "./fixtures/pool";
import { expect, test } from "./fixtures/test";

const today = (): IsoDate => dateInZone(new Date(), DEFAULT_ZONE);
const ago = (days: number): IsoDate => addDays(today(), -days);

const SCORE = 471;
/** The 600 that additional points can be at most, of which the Canadian degree has 30 already. */
const WITH_NOMINATION = SCORE + 570;

const form = (page: Page, name: string) => page.getByRole("form", { name, exact: true });
const track = (page: Page) => page.getByRole("region", { name: "Ontario", exact: true });

async function addStream(page: Page, name: string): Promise<void> {
  await page.goto("/pool/nominations");
  await page.getByRole("link", { name: "Add a stream" }).click();
  const stream = form(page, "Add a stream");
  await stream.getByLabel("Province", { exact: true }).selectOption({ label: "Ontario" });
  await stream.getByLabel("Stream", { exact: true }).fill(name);
  await stream.getByLabel(/^Occupations, NOC 2021/).fill("21231, 21232");
  await stream.getByLabel(/^Least work in them/).fill("12");
  await stream.getByLabel("Where it is from").fill("ontario.ca, read for this test");
  await stream.getByRole("button", { name: "Add the stream" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

async function recordInterest(page: Page, stream: string): Promise<void> {
  const interest = form(page, "Record a notification of interest");
  await interest.getByLabel("Stream", { exact: true }).selectOption({ label: `Ontario: ${stream}` });
  await interest.getByLabel("Received on").fill(ago(20));
  await interest.getByLabel(/^Last day to answer/).fill(ago(-10));
  await interest.getByRole("button", { name: "Record the notification" }).click();
  await expect(track(page)).toContainText("Province is interested");
}

async function recordApplication(page: Page): Promise<void> {
  const application = form(page, "Record the provincial application");
  await application.getByLabel("Sent to the province on").fill(ago(15));
  await application.getByLabel(/^Reference number/).fill("ON-2026-77");
  await application.getByRole("button", { name: "Record the application" }).click();
  await expect(track(page)).toContainText("Applied to the province");
}

async function recordNomination(page: Page): Promise<void> {
  const nomination = form(page, "Record the nomination");
  await nomination.getByLabel("Certificate number").fill("ON-10442");
  await nomination.getByLabel("Issued on").fill(ago(6));
  await nomination.getByLabel(/^Expires on/).fill(ago(-170));
  await nomination.getByRole("button", { name: "Record the nomination" }).click();
  const offer = form(page, "Record the nomination in IRCC’s account");
  await offer.getByLabel("Shown in IRCC’s account on").fill(ago(4));
  await offer.getByRole("button", { name: "Start the 30 days" }).click();
  await expect(track(page)).toContainText("To be accepted");
}

async function accept(page: Page): Promise<void> {
  const acceptance = form(page, "Record the acceptance");
  await acceptance.getByLabel("Accepted in IRCC’s account on").fill(ago(1));
  await acceptance.getByLabel("The client intends to live in Ontario").check();
  await acceptance.getByRole("button", { name: "Record the acceptance" }).click();
  await expect(form(page, "Record the acceptance")).toHaveCount(0);
}

test("a stream of the catalogue, a client who fits it, and the way to 600 points in the class of nominees", async ({
  database,
  pageOf,
  world,
}) => {
  const mark = newId().slice(0, 6);
  const stream = `Human Capital ${mark}`;
  const submittedAt = new Date(Date.now() - 60 * 86_400_000);
  const file = await addPoolCase(database, {
    ...{ owner: world.C1, name: ["Minh", `Nominee${mark}`], score: SCORE, submittedAt },
  });
  await addProfileTwo(database.rows, file, lifeUntil(today()));

  await addStream(await pageOf(world.M), stream);

  const page = await pageOf(world.C1);
  await page.goto("/pool/nominations");
  await page.getByRole("link", { name: stream }).click();
  const match = page
    .getByRole("table", { name: "Clients in the pool who fit this stream" })
    .getByRole("row", { name: new RegExp(`Nominee${mark}`) });
  await expect(match).toContainText("NOC 21231");
  await match.getByRole("link", { name: new RegExp(`Nominee${mark}`) }).click();

  await expect(page.getByRole("region", { name: /^Streams that fit/ })).toContainText(stream);
  await recordInterest(page, stream);
  await recordApplication(page);

  const effect = page.getByRole("region", { name: "What a nomination by Ontario would do" });
  await expect(effect).toContainText("Score once accepted");
  await expect(effect).toContainText(String(WITH_NOMINATION));
  await expect(effect).toContainText("Provincial Nominee Program alone");

  await recordNomination(page);
  await accept(page);
  await expect(track(page)).toContainText("Accepted");
  await expect(page.getByRole("region", { name: "What Ontario’s nomination does" })).toBeVisible();

  await page.getByRole("link", { name: "Overview" }).click();
  const profile = page.getByRole("region", { name: "Express Entry profile" });
  await expect(profile).toContainText(String(WITH_NOMINATION));
  await expect(profile).toContainText("Provincial Nominee Program");
  await expect(page.getByRole("region", { name: "Provincial nomination" })).toContainText("Accepted");
});

test("another consultant's client is not there, and a manager's catalogue cannot be changed by a consultant", async ({
  pageOf,
  world,
}) => {
  const page = await pageOf(world.C1);
  const foreign = await page.goto(`/cases/${world.case2.number}/overview/nomination`);
  expect(foreign?.status()).toBe(404);
  await page.goto(`/pool/nominations/${world.streamId}`);
  await expect(page.getByRole("link", { name: "Change it" })).toHaveCount(0);
});
