import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone, DEFAULT_ZONE } from "@/lib/express-entry/timing/zone";
import { addCase } from "./fixtures/cases";
import { addPerson } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

test("a passport that is entered stands among the deadlines and the case’s next dates by its last day", async ({
  database,
  pageOf,
}) => {
  const owner = await addPerson(database, { name: "Una Uhrwerk", role: "consultant" });
  const file = await addCase(database, { owner, name: ["Lena", "Frist"] });
  const ends = addDays(dateInZone(new Date(), DEFAULT_ZONE), 40);
  const page = await pageOf(owner);
  await page.goto(`/cases/${file.number}/assessment?edit=person.${file.principalId}`);
  const panel = page.getByRole("region", { name: "Change this person", exact: true });
  await panel.getByLabel("Passport", { exact: true }).fill("P1234567");
  await panel.getByLabel("Passport of").selectOption({ label: "India" });
  await panel.getByLabel("Passport ends").fill(ends);
  await page.keyboard.press("Tab");
  await expect
    .poll(() =>
      database.rows("select due_on::text as due_on from deadline where case_id = $1 and kind = 'passport'", [
        file.caseId,
      ]),
    )
    .toEqual([{ due_on: ends }]);

  await page.goto("/deadlines");
  await page.getByRole("link", { name: "Tests, papers, answers" }).click();
  const row = page.getByRole("row").filter({ hasText: "Lena Frist" });
  await expect(row).toContainText("Passport of Lena ends");
  await expect(row).toContainText("The last day printed in it");
  await expect(row).toContainText("40");

  // Nearer than it ends it is not shown; the address holds what was chosen.
  await page.getByRole("navigation", { name: "Ahead" }).getByRole("link", { name: "30 days" }).click();
  await expect(page).toHaveURL(/days=30/);
  await expect(row).toHaveCount(0);
  await page.goto("/deadlines/dates?kind=passport&days=90");
  await expect(row).toHaveCount(1);
  await row.getByRole("link", { name: "Lena Frist" }).click();
  await expect(page.getByText("Passport of Lena ends")).toBeVisible();
});
