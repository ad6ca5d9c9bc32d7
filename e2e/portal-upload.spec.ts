/** The client's phone: pages into one document, big pictures made small, a lost line and a closed tab that lose nothing. */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { PDFDocument } from "@cantoo/pdf-lib";
import type { BrowserContext, Page } from "@playwright/test";
import { samplePdfOfSize } from "@/lib/testing/sample-files";
import { addCase, type CaseFile } from "./fixtures/cases";
import type { TestDatabase } from "./fixtures/database";
import { send } from "./fixtures/http";
import { startSession } from "./fixtures/people";
import { flatPhoto, phonePhoto, shapeOf, threePhotos } from "./fixtures/photos";
import { expect, test } from "./fixtures/test";
import { sendFile } from "./steps/portal";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const MIB = 1024 * 1024;

interface Stored {
  id: string;
  fileName: string;
  sha256: string;
}

const storedOf = (database: TestDatabase, { caseId }: CaseFile) =>
  database.rows<Stored>(
    `select id, file_name as "fileName", sha256 from document_version where case_id = $1 order by uploaded_at`,
    [caseId],
  );

/** The bytes of the only stored file, as its client gets them back. */
async function bytesOf(database: TestDatabase, file: CaseFile): Promise<Buffer> {
  const [only, ...others] = await storedOf(database, file);
  expect(others).toEqual([]);
  const session = await startSession(database, file.client);
  return (await send(`/api/documents/${only?.id}`, { session })).body;
}

const received = (page: Page) => page.getByRole("heading", { level: 1, name: "Received, thank you" });
const names = (page: Page) => page.getByRole("list", { name: "Pages, in their order" }).getByRole("listitem");
const itemPath = ({ requirementId }: CaseFile) => `/portal/documents/${requirementId}`;

async function open(page: Page, path: string): Promise<Page> {
  await page.goto(path);
  return page;
}

test("three photos become one PDF of three pages, in the order that was chosen", async ({
  database,
  pageOf,
  world,
}) => {
  const file = await addCase(database, { owner: world.C1, name: ["Paige", "Threefold"] });
  const page = await open(await pageOf(file.client, PHONE), itemPath(file));
  await page.getByLabel("Choose a file").setInputFiles(await threePhotos());
  await expect(names(page)).toHaveText([/upright/, /wide/, /square/]);
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag22aa"]).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);

  await page.getByRole("button", { name: /Page 3/ }).press("Enter");
  await page.getByRole("button", { name: "Earlier" }).press("Enter");
  await page.getByRole("button", { name: "Earlier" }).press("Enter");
  await expect(names(page)).toHaveText([/square/, /upright/, /wide/]);
  await expect(page.getByRole("status").filter({ hasText: "page 1 of 3" })).toBeAttached();
  await page.getByRole("button", { name: /Page 2/ }).click();
  await page.getByRole("button", { name: "Turn" }).click();
  await page.getByRole("button", { name: "Send 3 pages" }).click();
  await expect(received(page)).toBeVisible();

  expect((await storedOf(database, file)).map(({ fileName }) => fileName)).toEqual(["Passport.pdf"]);
  const pdf = await PDFDocument.load(await bytesOf(database, file));
  const pages = pdf.getPages().map((one) => {
    const { width, height } = one.getSize();
    return [Math.round(width), Math.round(height), one.getRotation().angle];
  });
  expect(pages).toEqual([
    [792, 792, 0],
    [594, 792, 90],
    [792, 594, 0],
  ]);
});

test("pages are dragged by their grip, removed, and more are added", async ({ database, pageOf, world }) => {
  const file = await addCase(database, { owner: world.C1, name: ["Paige", "Dragger"] });
  const page = await open(await pageOf(file.client, PHONE), itemPath(file));
  const photos = await threePhotos();
  await page.getByLabel("Choose a file").setInputFiles(photos.slice(0, 2));
  await expect(names(page)).toHaveText([/upright/, /wide/]);
  await page.locator('[data-page="0"] > span').hover();
  await page.mouse.down();
  await page.locator('[data-page="1"]').hover();
  await page.mouse.up();
  await expect(names(page)).toHaveText([/wide/, /upright/]);
  await page.getByLabel("Add pages from files").setInputFiles(photos.slice(2));
  await expect(names(page)).toHaveText([/wide/, /upright/, /square/]);
  await page.getByRole("button", { name: /Page 1/ }).click();
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(names(page)).toHaveText([/upright/, /square/]);
  await page.getByRole("button", { name: "Send 2 pages" }).click();
  await expect(received(page)).toBeVisible();
  const pdf = await PDFDocument.load(await bytesOf(database, file));
  expect(pdf.getPageCount()).toBe(2);
});

test("a photo of a phone is sent upright, under 3 MB, in its own shape", async ({
  database,
  pageOf,
  world,
}, testInfo) => {
  const file = await addCase(database, { owner: world.C1, name: ["Phil", "Bigshot"] });
  const big = await phonePhoto();
  expect(big.length).toBeGreaterThan(8 * MIB);
  const path = testInfo.outputPath("IMG_0412.jpg");
  writeFileSync(path, big);
  const page = await open(await pageOf(file.client, PHONE), itemPath(file));
  await page.getByLabel(/^Take a photo of/).setInputFiles(path);
  await page.getByRole("button", { name: "Send this page" }).click();
  await expect(received(page)).toBeVisible();
  const sent = await bytesOf(database, file);
  expect(await shapeOf(sent)).toEqual({ width: 1950, height: 2600, orientation: 1, format: "jpeg" });
  expect(sent.length).toBeLessThan(3 * MIB);
});

test("a digital photo is sent byte for byte", async ({ database, pageOf, world }) => {
  const file = await addCase(database, { owner: world.C1, name: ["Phil", "Portrait"] });
  await database.rows("update requirement set kind = 'photo', title = 'Digital photo' where id = $1", [
    file.requirementId,
  ]);
  const buffer = await flatPhoto(3000, 4000, "#eee");
  const page = await open(await pageOf(file.client, PHONE), itemPath(file));
  await sendFile(page, { name: "studio.jpg", mimeType: "image/jpeg", buffer });
  const [stored] = await storedOf(database, file);
  expect(stored).toMatchObject({
    fileName: "studio.jpg",
    sha256: createHash("sha256").update(buffer).digest("hex"),
  });
});

const PDF = () => ({ name: "scan.pdf", mimeType: "application/pdf", buffer: samplePdfOfSize(MIB) });

test("a line that is lost in mid-upload goes on by itself, and stores one document", async ({
  contextOf,
  database,
  world,
}) => {
  const file = await addCase(database, { owner: world.C1, name: ["Ono", "Offline"] });
  const context = await contextOf(file.client, PHONE);
  const page = await open(await context.newPage(), itemPath(file));
  const targets: string[] = [];
  await page.route("**/api/uploads/*", async (route) => {
    targets.push(route.request().url());
    if (targets.length > 1) return route.continue();
    await context.setOffline(true);
    return route.abort("connectionreset");
  });
  await page.getByLabel("Choose a file").setInputFiles(PDF());
  await expect(page.getByText("The connection was lost")).toBeVisible();
  await expect(page.getByText(/scan\.pdf is still on your device/)).toBeVisible();
  await context.setOffline(false);
  await expect(received(page)).toBeVisible();
  expect(new Set(targets).size, "one reservation").toBe(1);
  expect(await storedOf(database, file)).toHaveLength(1);
});

/** Begins to send and closes the tab before the bytes have arrived. */
async function closeInMidUpload(context: BrowserContext, file: CaseFile): Promise<void> {
  const page = await open(await context.newPage(), itemPath(file));
  const begun = new Promise<void>((resolve) => {
    void page.route("**/api/uploads/*", () => resolve());
  });
  await page.getByLabel("Choose a file").setInputFiles(PDF());
  await begun;
  await page.close();
}

test("after a closed tab the portal offers to go on, to the same reservation", async ({
  contextOf,
  database,
  world,
}) => {
  const file = await addCase(database, { owner: world.C1, name: ["Cleo", "Closed"] });
  const context = await contextOf(file.client, PHONE);
  await closeInMidUpload(context, file);
  expect(await storedOf(database, file)).toEqual([]);

  const page = await open(await context.newPage(), itemPath(file));
  await expect(page.getByText("You were sending scan.pdf")).toBeVisible();
  await page.goto("/portal");
  await expect(page.getByText("You were sending scan.pdf")).toBeVisible();
  await page.getByRole("link", { name: "Go on" }).click();
  await expect(received(page)).toBeVisible();
  const reservations = await database.rows("select state from upload where case_id = $1", [file.caseId]);
  expect(reservations).toEqual([{ state: "stored" }]);
  expect(await storedOf(database, file)).toHaveLength(1);
  await page.goto("/portal");
  await expect(page.getByRole("heading", { name: "Your documents" })).toBeVisible();
  await expect(page.getByText("You were sending scan.pdf")).toHaveCount(0);
});

test("after signing out nobody is offered the file", async ({ contextOf, database, world }) => {
  const file = await addCase(database, { owner: world.C1, name: ["Cleo", "Leaver"] });
  const context = await contextOf(file.client, PHONE);
  await closeInMidUpload(context, file);
  const page = await open(await context.newPage(), "/portal");
  const kept = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(await kept()).toContain("landfall-uploads");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
  await expect.poll(kept).not.toContain("landfall-uploads");
});

test("what came back says why, with a drawing of the fault", async ({ database, pageOf, world }) => {
  const file = await addCase(database, { owner: world.C1, name: ["Rita", "Returned"] });
  const page = await open(await pageOf(file.client, PHONE), itemPath(file));
  await sendFile(page, { name: "scan.pdf", mimeType: "application/pdf", buffer: samplePdfOfSize(2000) });
  const reason = "Part of the page cannot be read. Please scan it again, flat and without glare.";
  await database.rows(
    `update document_version set state = 'returned', return_code = 'unreadable', return_reason = $2, reviewed_at = now()
     where case_id = $1`,
    [file.caseId, reason],
  );
  await database.rows("update requirement set state = 'returned', decided_at = now() where id = $1", [
    file.requirementId,
  ]);
  await page.goto("/portal");
  await expect(page.getByRole("region", { name: "Send the passport once more" })).toContainText(reason);
  await page.getByRole("link", { name: "Send the new one" }).click();
  const box = page.getByRole("region", { name: reason });
  await expect(box).toContainText("Please redo, because…");
  await expect(box.getByRole("img", { name: /every word should be readable/ })).toBeVisible();
  await sendFile(page, { name: "again.pdf", mimeType: "application/pdf", buffer: samplePdfOfSize(3000) });
});

/** Words that are English and not French; names of people and files have none of them. */
const ENGLISH =
  /\b(?:the|your|you|we|us|our|please|with|what|this|it|is|are|have|send|seen|saw|back|home|see)\b/i;

test("in French no page says a word of English, and the choice is kept", async ({
  database,
  pageOf,
  world,
}) => {
  const file = await addCase(database, { owner: world.C1, name: ["Francine", "Tremblay"] });
  await database.rows("update message set body = 'Bienvenue' where case_id = $1", [file.caseId]);
  const page = await open(await pageOf(file.client, PHONE), itemPath(file));
  await sendFile(page, { name: "scan.pdf", mimeType: "application/pdf", buffer: samplePdfOfSize(2000) });
  const staff = await startSession(database, world.C1);
  const [stored] = await storedOf(database, file);
  await send(`/api/documents/${stored?.id}`, { session: staff });
  await page.goto("/portal");
  await page.getByRole("button", { name: "Français" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr-CA");

  const elsewhere = await pageOf(file.client, PHONE);
  const paths = ["/portal", "/portal/documents", itemPath(file), "/portal/messages", "/portal/views"];
  for (const path of [
    ...paths,
    `${itemPath(file)}/received`,
    "/portal/approve",
    `/portal/documents/${file.caseId}`,
  ]) {
    await elsewhere.goto(path);
    await expect(elsewhere.locator("html")).toHaveAttribute("lang", "fr-CA");
    await expect(elsewhere.getByRole("heading", { level: 1 })).toBeVisible();
    const said = await elsewhere.evaluate(() => {
      const labels = [...document.querySelectorAll("[aria-label], [placeholder], [alt]")].map(
        (one) =>
          `${one.getAttribute("aria-label")} ${one.getAttribute("placeholder")} ${one.getAttribute("alt")}`,
      );
      return [document.title, document.body.innerText, ...labels].join("\n");
    });
    expect(
      said.split("\n").filter((line) => ENGLISH.test(line)),
      path,
    ).toEqual([]);
  }
  await elsewhere.goto("/portal/views");
  await expect(elsewhere.getByText("Passeport").first()).toBeVisible();
});

test("without JavaScript the document's page says what still works", async ({
  contextOf,
  database,
  world,
}) => {
  const file = await addCase(database, { owner: world.C1, name: ["Nora", "Noscript"] });
  const page = await (await contextOf(file.client, { ...PHONE, javaScriptEnabled: false })).newPage();
  await page.goto(itemPath(file));
  await expect(
    page.getByText(/Sending a file needs JavaScript.*Everything else on these pages works/),
  ).toBeVisible();
  await page.getByRole("button", { name: "Français" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr-CA");
});
