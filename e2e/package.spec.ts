import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { newId } from "@/lib/ids/id";
import { letteredPdf, lockedPdf } from "@/lib/testing/lettered-pdf";
import { unzipped } from "@/lib/testing/unzip";
import { addCase, type CaseFile } from "./fixtures/cases";
import type { TestDatabase } from "./fixtures/database";
import { documentOf, upload } from "./fixtures/documents";
import { send } from "./fixtures/http";
import { addPerson, startSession, type Person } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

/** Milliseconds until the worker has done its part: a fuse, not a measure. */
const PATIENCE = 240_000;

async function addLine(database: TestDatabase, file: CaseFile, kind: string, title: string): Promise<string> {
  const id = newId();
  await database.rows(
    `insert into requirement (id, case_id, client_id, rule_key, kind, title, reason, state, position, requested_at)
     values ($1, $2, $3, $4, $5, $6, 'Everyone needs one', 'requested', 50, now())`,
    [id, file.caseId, file.clientId, `${kind}:${id}`, kind, title],
  );
  return id;
}

/** Sends a file for a line as the client does; a reviewer has accepted it. */
async function accepted(database: TestDatabase, file: CaseFile, requirementId: string, bytes: Buffer) {
  const session = await startSession(database, file.client);
  const stored = await upload(session, { caseId: file.caseId, requirementId }, "scan.pdf", bytes);
  expect(stored.status, stored.text).toBe(201);
  const { versionId } = documentOf(stored);
  await database.rows("update document_version set state = 'accepted' where id = $1", [versionId]);
  await database.rows("update requirement set state = 'accepted', decided_at = now() where id = $1", [
    requirementId,
  ]);
}

/** A case with a passport of two pages, a bank letter with a password, and a medical that is still to come. */
async function preparedCase(database: TestDatabase, owner: Person): Promise<CaseFile> {
  const file = await addCase(database, { owner, name: ["Farida", "Packwell"] });
  await accepted(database, file, file.requirementId, await letteredPdf("first", "second"));
  const funds = await addLine(database, file, "funds", "Bank letter");
  await accepted(database, file, funds, await lockedPdf({ ownerPassword: "o" }, "balance"));
  await addLine(database, file, "medical", "Upfront medical");
  return file;
}

const head = (page: Page) => page.getByRole("heading", { level: 2, name: /^Package \d+$/ }).locator("..");

async function arranged(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Package for IRCC" }).click();
  await page.getByRole("button", { name: "Begin a package" }).click();
  await expect(head(page)).toContainText("Being arranged", { timeout: PATIENCE });
  const slots = page.getByRole("region", { name: "Slots" });
  await expect(slots.getByRole("link", { name: /Bank letter/ })).toContainText("has a password");
  await expect(slots.getByRole("link", { name: /Upfront medical/ })).toContainText("Not accepted yet");
  await slots.getByRole("link", { name: /Passport/ }).click();
  const pages = page.getByRole("list", { name: /^Pages of/ }).getByRole("listitem");
  await page.getByRole("button", { name: "Move page 2 up" }).click();
  await expect(pages.first()).toContainText("page 2");
  await page.getByRole("button", { name: "Turn page 1", exact: true }).click();
  await expect(pages.first()).toContainText("turned by 90°");
}

async function built(page: Page): Promise<void> {
  const letter = page.getByRole("form", { name: "Letter of explanation" });
  await letter.getByRole("textbox").fill("The medical is booked for next week.");
  await letter.getByRole("button", { name: "Keep the letter" }).click();
  await expect(page.getByText("Letter kept")).toBeVisible();
  await page.getByRole("button", { name: "Build the package" }).click();
  await expect(head(page)).toContainText("Built, not approved", { timeout: PATIENCE });
  await expect(page.getByRole("table", { name: "Files of the package" })).toContainText("01_Passport.pdf");
}

async function downloaded(page: Page): Promise<Map<string, Buffer>> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the ZIP" }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/^package-70-\d+-1\.zip$/);
  return unzipped(await readFile(await download.path()));
}

interface Manifest {
  approved: { despite_problems: string | null } | null;
  files: { name: string; sha256: string; pages: number }[];
}

test("a package is arranged, built, approved for a reason, taken out with its manifest, and never changes again", async ({
  database,
  pageOf,
  world,
}) => {
  test.slow();
  const owner = await addPerson(database, { name: `Greta Holm ${newId().slice(0, 6)}`, role: "consultant" });
  const file = await preparedCase(database, owner);
  const page = await pageOf(owner);
  await page.goto(`/cases/${file.number}/documents`);
  await arranged(page);
  await built(page);

  const approve = page.getByRole("form", { name: "Approve the package" });
  await approve.getByLabel(/^I have looked at these files/).check();
  await approve.getByRole("button", { name: "Approve and freeze" }).click();
  await expect(approve.getByText(/Say why it goes out all the same/).first()).toBeVisible();
  await approve.getByLabel(/^Why it goes out/).fill("The bank sends another letter");
  await approve.getByRole("button", { name: "Approve and freeze" }).click();
  await expect(head(page)).toContainText("Frozen");
  await expect(page.getByRole("button", { name: /^Move page|^Turn page|^Keep the letter/ })).toHaveCount(0);

  const files = await downloaded(page);
  const manifest = JSON.parse(files.get("manifest.json")?.toString() ?? "null") as Manifest;
  expect(manifest.approved?.despite_problems).toBe("The bank sends another letter");
  expect(manifest.files.map(({ name }) => name)).toEqual(
    [...files.keys()].filter((name) => name.endsWith(".pdf")),
  );
  for (const { name, sha256 } of manifest.files)
    expect([
      name,
      createHash("sha256")
        .update(files.get(name) ?? "")
        .digest("hex"),
    ]).toEqual([name, sha256]);

  const { id } = await database.row<{ id: string }>("select id from package where case_id = $1", [
    file.caseId,
  ]);
  const statusFor = async (session: string) => (await send(`/api/packages/${id}`, { session })).status;
  expect(await statusFor(world.sessions.C2)).toBe(404);
  expect(await statusFor(world.sessions.A)).toBe(403);
  expect(await statusFor(world.sessions.M)).toBe(200);
});
