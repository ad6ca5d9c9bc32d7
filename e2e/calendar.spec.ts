import { newId } from "@/lib/ids/id";
import { addCase } from "./fixtures/cases";
import { send } from "./fixtures/http";
import { addPerson } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

/* Issue 6, point 9: a person's deadlines in their own calendar. */

/** The content lines of RFC 5545: what was folded is one line again. */
const contentLines = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

test("a feed is read without a session by its address, and by nobody once it is ended", async ({
  database,
  pageOf,
}) => {
  const mark = newId().slice(0, 6);
  const owner = await addPerson(database, { name: `Cleo Datum ${mark}`, role: "consultant" });
  const file = await addCase(database, { owner, name: ["Ines", `Feed ${mark}`] });
  const { id, day } = await database.row<{ id: string; day: string }>(
    `insert into deadline (id, case_id, client_id, kind, title, source_kind, source_id, time_zone, rule, due_on, hard, state)
     values ($3, $1, $2, 'adr', 'Answer to IRCC', 'letter', $3, 'America/Toronto', 'as the letter says', current_date + 9, true, 'open')
     returning id, to_char(due_on, 'YYYYMMDD') as day`,
    [file.caseId, file.clientId, newId()],
  );

  const page = await pageOf(owner);
  await page.goto("/settings/calendar");
  await page.getByRole("button", { name: "Make a calendar address", exact: true }).click();
  const address = await page.getByText(/\/api\/calendar\/[\w-]{43}\.ics$/).textContent();
  const path = new URL(address ?? "").pathname;

  const { status, headers, text } = await send(path);
  expect([status, headers["content-type"]]).toEqual([200, "text/calendar; charset=utf-8"]);
  const lines = contentLines(text);
  expect([lines[0], ...lines.slice(-2)]).toEqual(["BEGIN:VCALENDAR", "END:VCALENDAR", ""]);
  expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(1);
  expect(lines.find((line) => line.startsWith(`UID:${id}@`))).toBeDefined();
  expect(lines).toContain(`DTSTART;VALUE=DATE:${day}`);
  expect(lines.find((line) => line.startsWith("SUMMARY"))).toContain(`:${file.number}: Answer to IRCC`);
  expect(text).not.toContain(mark);

  await page.reload();
  await page.getByRole("button", { name: "End this address", exact: true }).click();
  await expect(page.getByRole("button", { name: "Make a calendar address", exact: true })).toBeVisible();
  expect((await send(path)).status).toBe(404);
});

test("a client has their own dates in their own calendar", async ({ database, world, pageOf }) => {
  const file = await addCase(database, { owner: world.C1, name: ["Ines", `Feed ${newId().slice(0, 6)}`] });
  await database.rows(
    `insert into deadline (id, case_id, client_id, kind, title, source_kind, source_id, time_zone, rule, due_on, hard, state)
     values ($3, $1, $2, 'adr', 'Answer to IRCC', 'letter', $3, 'America/Toronto', 'as the letter says', current_date + 9, true, 'open')`,
    [file.caseId, file.clientId, newId()],
  );
  await database.rows("update app_user set locale = 'fr' where id = $1", [file.client.userId]);
  const page = await pageOf(file.client);
  await page.goto("/portal/calendar");
  await page.getByRole("button", { name: "Créer une adresse de calendrier", exact: true }).click();
  const address = await page.getByText(/\/api\/calendar\/[\w-]{43}\.ics$/).textContent();
  const { text } = await send(new URL(address ?? "").pathname);
  expect(contentLines(text).find((line) => line.startsWith("SUMMARY"))).toContain(
    `${file.number}: Dernier jour pour répondre`,
  );
});
