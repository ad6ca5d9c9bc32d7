import { newId } from "@/lib/ids/id";
import { addCase } from "./fixtures/cases";
import type { CaseFile } from "./fixtures/cases";
import type { TestDatabase } from "./fixtures/database";
import { expect, test } from "./fixtures/test";

/** A window with twelve days left, of which client and consultant were told; in danger where `escalated`. */
async function remind(database: TestDatabase, file: CaseFile, userIds: string[], escalated = false) {
  const deadlineId = newId();
  await database.rows(
    `insert into deadline (id, case_id, client_id, kind, title, source_kind, source_id, time_zone, rule, due_on, hard, ladder_version)
     select $1, id, client_id, 'ita', 'Sixty days of the invitation', 'invitation', gen_random_uuid(), 'America/Toronto',
       'issued + 60 days', (now() at time zone 'America/Toronto')::date + 12, true, 1 from case_file where id = $2`,
    [deadlineId, file.caseId],
  );
  for (const userId of userIds) {
    await database.rows(
      `insert into notice (id, user_id, kind, key, deadline_id, case_id, client_id, due_on, created_at)
       select gen_random_uuid(), $2, 'reminder', 'reminder:' || id, id, case_id, client_id, due_on, now()
       from deadline where id = $1`,
      [deadlineId, userId],
    );
  }
  if (!escalated) return;
  await database.rows(
    `insert into escalation (id, deadline_id, case_id, client_id, cause, due_on, raised_at, next_tell_at)
     select gen_random_uuid(), id, case_id, client_id, 'last_days', due_on, now(), now() + interval '1 day'
     from deadline where id = $1`,
    [deadlineId],
  );
}

test("what was told is in the notices, is read once, and a date in danger ends by a manager's decision", async ({
  database,
  world,
  pageOf,
}) => {
  const file = await addCase(database, { owner: world.C1, name: ["Noor", `Remind ${newId().slice(0, 6)}`] });
  await remind(database, file, [world.C1.userId, world.M.userId], true);
  const consultant = await pageOf(world.C1);
  await consultant.goto("/notices");
  const line = consultant.getByRole("row").filter({ hasText: file.number });
  await expect(line).toContainText("12 days");
  await expect(line).toContainText("New");
  await consultant.getByRole("button", { name: "Mark all as read", exact: true }).click();
  await expect(line).not.toContainText("New");

  const manager = await pageOf(world.M);
  await manager.goto("/notices");
  const danger = manager.getByRole("listitem").filter({ hasText: file.number });
  await danger.getByRole("button", { name: /^Decide/ }).click();
  const dialog = manager.getByRole("dialog");
  await dialog.getByLabel("What was decided, and why").fill("We submit on Friday, the rest follows");
  await dialog.getByRole("button", { name: "Record the decision", exact: true }).click();
  // Behind an open dialog nothing is found, whatever is there.
  await expect(dialog).toHaveCount(0);
  await expect(danger).toHaveCount(0);
  const { state, decision } = await database.row<{ state: string; decision: string }>(
    "select state, decision from escalation where case_id = $1",
    [file.caseId],
  );
  expect([state, decision]).toEqual(["decided", "We submit on Friday, the rest follows"]);
});

test("a client sees the date they were reminded of, in their language", async ({
  database,
  world,
  pageOf,
}) => {
  const file = await addCase(database, { owner: world.C1, name: ["Noor", `Remind ${newId().slice(0, 6)}`] });
  await remind(database, file, [file.client.userId]);
  const page = await pageOf(file.client);
  await page.goto("/portal");
  const english = page.getByRole("region", { name: "Coming up", exact: true });
  await expect(english).toContainText("The last day to send your application");
  await expect(english).toContainText("12 days left");
  await database.rows("update app_user set locale = 'fr' where id = $1", [file.client.userId]);
  await page.reload();
  const french = page.getByRole("region", { name: "À venir", exact: true });
  await expect(french).toContainText("il reste 12 jours");
});

test("an administrator gives up a dead job, and tries another again", async ({ database, world, pageOf }) => {
  const addDead = async () => {
    const { id } = await database.row<{ id: string }>(
      `select enqueue('send-mail', json_build_object('mailId', gen_random_uuid()), now() + interval '1 day') as id`,
    );
    await database.rows(
      "update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'Error ECONNREFUSED' where id = $1",
      [id],
    );
    return id;
  };
  const [first, second] = [await addDead(), await addDead()];
  const page = await pageOf(world.A);
  await page.goto("/settings/jobs");
  const retry = (id: string) => page.getByRole("button", { name: `Retry job ${id}`, exact: true });
  await expect(page.getByRole("row").filter({ has: retry(first) })).toContainText("Error ECONNREFUSED");
  await page.getByRole("button", { name: `Give up job ${first}`, exact: true }).click();
  await expect(retry(first)).toHaveCount(0);
  await retry(second).click();
  await expect(retry(second)).toHaveCount(0);
  const { logged } = await database.row<{ logged: number }>(
    "select count(*)::int as logged from audit_event where actor_id = $1 and event in ('queue.job_retried', 'queue.job_given_up')",
    [world.A.userId],
  );
  expect(logged).toBe(2);
});
