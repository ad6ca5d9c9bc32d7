import { samplePdf } from "@/lib/testing/sample-files";
import { withPatience } from "./fixtures/alive";
import { addCase } from "./fixtures/cases";
import { documentOf, upload } from "./fixtures/documents";
import { send } from "./fixtures/http";
import { addPerson, startSession } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const LETTER = { name: "letter.pdf", mimeType: "application/pdf", buffer: samplePdf() };

test("a link for one item: the client passes it on, somebody without an account sends, the firm sees who", async ({
  browser,
  database,
  pageOf,
}) => {
  const owner = await addPerson(database, { name: "Lena Holm", role: "consultant" });
  const file = await addCase(database, { owner, name: ["Tara", "Okafor"] });
  const session = await startSession(database, file.client);
  const earlier = await upload(session, file, "never-shown-by-a-link.pdf", samplePdf());
  const { versionId } = documentOf(earlier);

  const client = await pageOf(file.client, PHONE);
  await client.goto(`/portal/documents/${file.requirementId}`);
  await client.getByRole("button", { name: "A link for somebody else…" }).click();
  const dialog = client.getByRole("dialog", { name: /^A link for/ });
  await dialog.getByRole("button", { name: "Make a link" }).click();
  const address = await dialog.getByLabel("The link", { exact: true }).inputValue();
  expect(address).toMatch(/\/send\/[\w-]{43}$/);

  const stranger = await browser.newContext(PHONE);
  const page = await withPatience(stranger).newPage();
  await page.goto(address);
  // The secret is in no address that stays.
  expect(page.url()).toMatch(/\/send\?item=[0-9a-f]{16}$/);
  await expect(page.getByRole("heading", { level: 1, name: "Passport" })).toBeVisible();
  await expect(page.getByText(/^Tara asks you to send this to /)).toBeVisible();
  const shown = await page.content();
  for (const secret of ["never-shown-by-a-link", "Okafor", file.number, file.caseId, versionId])
    expect(shown).not.toContain(secret);

  await page.getByLabel("Your name").fill("Omar Haddad");
  await page.getByLabel("Choose a file").setInputFiles(LETTER);
  await expect(page.getByText("Received, thank you")).toBeVisible();

  // The link is no session: nothing else opens by it.
  await page.goto(`/portal/documents/${file.requirementId}`);
  await expect(page).toHaveURL(/\/sign-in/);
  const cookies = await stranger.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  for (const path of [
    `/api/documents/${versionId}`,
    `/api/documents/${versionId}/view`,
    `/api/item-links?item=${file.requirementId}`,
  ])
    expect([path, (await send(path, { headers: { cookie } })).status]).toEqual([path, 401]);

  const staff = await pageOf(owner);
  await staff.goto(`/review/${file.requirementId}`);
  await expect(staff.getByRole("region", { name: "Review" })).toContainText("by Omar Haddad, by a link");

  await client.reload();
  await client.getByRole("button", { name: "A link for somebody else…" }).click();
  await expect(dialog.getByText(/Received from Omar Haddad/)).toBeVisible();
  await dialog.getByRole("button", { name: "Revoke" }).click();
  await expect(dialog.getByText(/revoked/)).toBeVisible();
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();
  await stranger.close();
});

test("the firm makes one from the checklist and has it mailed; its page speaks French too", async ({
  browser,
  database,
  pageOf,
}) => {
  const owner = await addPerson(database, { name: "Lena Holm", role: "consultant" });
  const file = await addCase(database, { owner, name: ["Tara", "Okafor"] });
  const staff = await pageOf(owner);
  await staff.goto(`/cases/${file.number}/checklist`);
  const open = async () => {
    await staff.getByRole("button", { name: "More for Passport" }).click();
    await staff.getByRole("menuitem", { name: "A link for somebody else…" }).click();
  };
  await open();
  const dialog = staff.getByRole("dialog", { name: /^A link for/ });
  await dialog.getByLabel("Or have it mailed to").fill("boss@works.test");
  await dialog.getByRole("button", { name: "Mail it" }).click();
  await expect(dialog.getByText(/Mailed to boss@works\.test/)).toBeVisible();
  const mail = await database.row<{ to_address: string; sealed: boolean }>(
    "select to_address, sealed_token is not null as sealed from mail where case_id = $1 and kind = 'item_link'",
    [file.caseId],
  );
  expect(mail).toEqual({ to_address: "boss@works.test", sealed: true });

  await dialog.getByRole("button", { name: "Make a link" }).click();
  const address = await dialog.getByLabel("The link", { exact: true }).inputValue();
  const context = await browser.newContext({ locale: "fr-CA" });
  const page = await withPatience(context).newPage();
  await page.goto(address);
  await expect(page.locator("html")).toHaveAttribute("lang", "fr-CA");
  await expect(page.getByText(/^Tara vous demande d’envoyer ceci à /)).toBeVisible();
  await expect(page.getByLabel("Votre nom")).toBeVisible();
  await context.close();
});
