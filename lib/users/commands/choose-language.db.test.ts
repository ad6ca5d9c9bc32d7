import { expect, it } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { chooseLanguage } from "./choose-language";

const database = testDatabase();
const firm = testFirm(database);

async function localeOf(userId: string): Promise<string | undefined> {
  const { rows } = await database.owner.query<{ locale: string }>(
    "select locale from app_user where id = $1",
    [userId],
  );
  return rows[0]?.locale;
}

it("a client chooses for their own account and nobody else's; the log says so once", async () => {
  const [mine, theirs] = [await firm.addCase(), await firm.addCase()];
  await firm.run(mine.client, chooseLanguage, { locale: "fr" });
  await firm.run(mine.client, chooseLanguage, { locale: "fr" });
  expect(await localeOf(mine.client.actor.userId)).toBe("fr");
  expect(await localeOf(theirs.client.actor.userId)).toBe("en");
  const { rows } = await database.owner.query(
    "select detail from audit_event where event = 'user.changed' and object_id = $1",
    [mine.client.actor.userId],
  );
  expect(rows).toEqual([{ detail: { locale: "fr" } }]);
});

it("what is no code of a language is refused, and staff have none to choose", async () => {
  const { client } = await firm.addCase();
  await expect(firm.run(client, chooseLanguage, { locale: "fr; drop" })).rejects.toMatchObject({
    code: "INVALID",
  });
  await expect(firm.run(firm.consultant, chooseLanguage, { locale: "fr" })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});
