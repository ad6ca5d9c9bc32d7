import { newId } from "@/lib/ids/id";
import { addCase, type CaseFile } from "./fixtures/cases";
import type { TestDatabase } from "./fixtures/database";
import { addPerson } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

/* Issue 6, points 3 and 4: the forecast in words and figures, and what a lane offers. */

/** A window that ends in ten days, with a police certificate that nobody has asked for. */
async function addWindow(
  database: TestDatabase,
  owner: CaseFile["owner"],
  family: string,
): Promise<CaseFile> {
  const file = await addCase(database, { owner, name: ["Lena", family] });
  const key = [file.caseId, file.clientId];
  await database.rows("update client set phone = '+1 416 555 0199' where id = $1", [file.clientId]);
  await database.rows(
    "update invitation set issue_date = current_date - 50, computed_deadline = current_date + 10, deadline_date = current_date + 10 where case_id = $1",
    [file.caseId],
  );
  await database.rows(
    `insert into deadline (id, case_id, client_id, kind, title, source_kind, source_id, time_zone, rule, due_on, hard, state)
     values ($3, $1, $2, 'ita', 'Submit the application', 'invitation', $3, 'America/Toronto', '60 days', current_date + 10, true, 'open')`,
    [...key, newId()],
  );
  await database.rows(
    `insert into requirement (id, case_id, client_id, person_id, rule_key, kind, country, title, reason, lead_days)
     values ($3, $1, $2, $4, 'police:x:IN', 'police', 'IN', 'Police certificate, India', 'Lived there', 45)`,
    [...key, newId(), file.principalId],
  );
  return file;
}

test("a lane says in words what decides it, offers the call and the escalation, and keeps its filters in the address", async ({
  database,
  pageOf,
}) => {
  const family = `Brett${newId().slice(0, 5)}`;
  const owner = await addPerson(database, { name: `Bea ${family}`, role: "consultant" });
  const manager = await addPerson(database, { name: `Max ${family}`, role: "manager" });
  await addWindow(database, owner, family);
  const name = `Lena ${family}`;

  const page = await pageOf(owner);
  await page.goto("/deadlines?left=14&group=consultant");
  const lane = page.getByRole("row").filter({ hasText: name });
  await expect(lane).toContainText("Too late as it stands: police certificate, India");
  await expect(lane).toContainText("had to be requested by");
  await expect(lane).toContainText("under 1 %");
  await expect(lane.getByRole("img", { name: /latest safe start: Police certificate, India/ })).toBeVisible();

  await page.goto("/deadlines?risk=on_track");
  await expect(lane).toHaveCount(0);
  await page.goto("/deadlines?risk=past_saving");
  await expect(lane).toHaveCount(1);

  await lane.getByRole("button", { name: `More for ${name}`, exact: true }).click();
  await page.getByRole("menuitem", { name: "Escalate", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: `Escalate ${name}`, exact: true });
  await dialog.getByLabel("Manager").selectOption({ label: manager.name });
  await dialog.getByLabel("Why").fill("The authority does not answer");
  await dialog.getByRole("button", { name: "Escalate", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(lane).toContainText(`Escalated to ${manager.name}`);

  await page.goto("/deadlines/calls?left=14");
  const call = page.getByRole("row").filter({ hasText: name });
  await expect(call.getByRole("link", { name: "+1 416 555 0199" })).toHaveAttribute(
    "href",
    "tel:+14165550199",
  );
  await expect(call).toContainText("Police certificate, India");
  await expect(call).toContainText("ask for it");

  await page.goto("/deadlines");
  await page.getByRole("link", { name: "Month", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Deadlines,");
  await expect(page.getByRole("table").getByRole("columnheader", { name: "Monday" })).toBeVisible();
  // The window ends in ten days: in this month, or in the next.
  const ends = page.getByRole("table").getByRole("link", { name });
  if ((await ends.count()) === 0) await page.getByRole("link", { name: "Next month", exact: true }).click();
  await expect(ends).toHaveCount(1);
});
