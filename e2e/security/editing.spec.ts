import type { Page } from "@playwright/test";
import { addCase, type CaseFile } from "../fixtures/cases";
import { addPerson } from "../fixtures/people";
import { expect, test } from "../fixtures/test";

/** The principal's own facts, open for editing. */
async function openFacts(page: Page, file: CaseFile): Promise<void> {
  await page.goto(`/cases/${file.number}/assessment?edit=person.${file.principalId}#edit`);
  await expect(page.getByLabel("Other names")).toBeVisible();
}

test("S-62 of two tabs that save the same facts the second is told, sees both, and decides", async ({
  database,
  contextOf,
}) => {
  const owner = await addPerson(database, { name: "Twin Tabber", role: "consultant" });
  const file = await addCase(database, { owner, name: ["Odile", "Versions"] });
  await database.rows("update case_file set stage = 'ASSESSMENT' where id = $1", [file.caseId]);
  const context = await contextOf(owner);
  const [first, second] = [await context.newPage(), await context.newPage()];
  await openFacts(first, file);
  await openFacts(second, file);
  await first.getByLabel("Other names").fill("First tab");
  await first.getByRole("button", { name: "Save", exact: true }).click();
  await expect(first.getByLabel("Other names")).toHaveCount(0);
  await second.getByLabel("Other names").fill("Second tab");
  await second.getByRole("button", { name: "Save", exact: true }).click();
  await expect(second.getByText("First tab").first()).toBeVisible();
  await expect(second.getByLabel("Other names")).toHaveValue("Second tab");
  const stored = () =>
    database.row<{ other_names: string }>("select other_names from person where id = $1", [file.principalId]);
  expect(await stored()).toEqual({ other_names: "First tab" });
  // The form takes up the newest version before it can be saved over it.
  const { version } = await database.row<{ version: number }>("select version from person where id = $1", [
    file.principalId,
  ]);
  await expect(second.locator('form input[name="version"]').first()).toHaveValue(String(version));
  await second.getByRole("button", { name: "Save", exact: true }).click();
  await expect(second.getByLabel("Other names")).toHaveCount(0);
  expect(await stored()).toEqual({ other_names: "Second tab" });
});
