import { newId } from "@/lib/ids/id";
import { expect, test } from "../../fixtures/fault-test";
import { send } from "../../fixtures/http";
import { addPerson, startSession } from "../../fixtures/people";

test("without the demonstration there is a firm from the first start on: every page of Settings opens", async ({
  database,
}) => {
  const administrator = await addPerson(database, { name: "Olive First", role: "administrator" });
  const session = await startSession(database, administrator);
  for (const page of ["firm", "staff", "sessions", "audit", "outbox"]) {
    const { status, text } = await send(`/settings/${page}`, { session });
    expect(status, page).toBe(200);
    expect(text, page).not.toContain("This page could not be shown");
  }
});

test("an administrator who reads a mail of the outbox is in the log before it is shown", async ({
  database,
}) => {
  const administrator = await addPerson(database, { name: "Otis Reader", role: "administrator" });
  const session = await startSession(database, administrator);
  const mailId = newId();
  await database.rows(
    "insert into mail (id, kind, to_address, user_id, state, message_id) values ($1, 'password_changed', $2, $3, 'kept', $4)",
    [mailId, administrator.email, administrator.userId, `<${mailId}@test>`],
  );
  const { status, text } = await send(`/settings/outbox/${mailId}`, { session });
  expect(status).toBe(200);
  expect(text).toContain(administrator.email);
  const opened = await database.rows(
    "select actor_id, outcome, object_id from audit_event where event = 'mail.opened'",
  );
  expect(opened).toEqual([{ actor_id: administrator.userId, outcome: "ok", object_id: mailId }]);
});
