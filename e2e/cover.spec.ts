import { dateInZone } from "@/lib/format/dates";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { newId } from "@/lib/ids/id";
import { addCase } from "./fixtures/cases";
import { addPerson } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

/* Issue 6, point 8: somebody is away, and somebody leaves; nothing falls to nobody. */

test("a leave with a hard deadline in it needs a cover, who then has the case; who leaves hands it over with a note", async ({
  database,
  world,
  pageOf,
}) => {
  const mark = newId().slice(0, 6);
  const owner = await addPerson(database, { name: `Ada Leaver ${mark}`, role: "consultant" });
  const cover = await addPerson(database, { name: `Bo Cover ${mark}`, role: "consultant" });
  const file = await addCase(database, { owner, name: ["Tove", `Covered ${mark}`] });
  const today = dateInZone(new Date(), "America/Toronto");
  await database.rows(
    `insert into deadline (id, case_id, client_id, kind, title, source_kind, source_id, time_zone, rule, due_on, hard, state)
     values ($3, $1, $2, 'adr', 'Answer to IRCC', 'letter', $3, 'America/Toronto', 'as the letter says', $4, true, 'open')`,
    [file.caseId, file.clientId, newId(), addDays(today, 7)],
  );
  const sheet = `/cases/${file.number}/handover`;
  const covering = await pageOf(cover);
  expect((await covering.goto(sheet))?.status()).toBe(404);

  const page = await pageOf(owner);
  await page.goto("/settings/leave");
  const form = page.getByRole("form", { name: "Enter leave", exact: true });
  await form.getByLabel("First day away").fill(today);
  await form.getByLabel("Last day away").fill(addDays(today, 9));
  const enter = form.getByRole("button", { name: "Enter the leave", exact: true });
  await enter.click();
  await expect(form).toContainText("1 hard deadline falls in this leave, and nobody covers");
  await expect(form).toContainText(`${file.number}, Answer to IRCC`);
  await form.getByLabel("Who covers").selectOption({ label: cover.name });
  await enter.click();
  const leave = page.getByRole("row").filter({ hasText: owner.name });
  await expect(leave).toContainText("Away today");
  await expect(leave).toContainText(cover.name);

  expect((await covering.goto(sheet))?.status()).toBe(200);
  await expect(covering.getByRole("region", { name: "Handover", exact: true })).toContainText(
    `${owner.name} has this case.`,
  );

  const administrator = await pageOf(world.A);
  await administrator.goto("/settings/staff");
  await administrator.getByRole("button", { name: `Change ${owner.name}`, exact: true }).click();
  const dialog = administrator.getByRole("dialog", { name: owner.name, exact: true });
  await dialog.getByLabel("Who takes over").selectOption({ label: cover.name });
  await dialog.getByLabel("What the new owners should know").fill("The employer answers only by phone.");
  await dialog.getByRole("button", { name: "Disable the account", exact: true }).click();
  await expect(dialog.getByRole("button", { name: "Enable the account", exact: true })).toBeVisible();

  await covering.goto(sheet);
  const handed = covering.getByRole("region", { name: "Handover", exact: true });
  await expect(handed).toContainText(`${cover.name} has this case.`);
  await expect(handed).toContainText("The employer answers only by phone.");
  expect((await page.goto(sheet))?.url()).toContain("/sign-in");
});
