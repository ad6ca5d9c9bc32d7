import { describe, expect, it } from "vitest";
import { getCaseFacts } from "@/lib/people/queries";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { openEnquiry } from "./open-enquiry";

const database = testDatabase();
const firm = testFirm(database);

const maria = (email = "maria@example.ca") => ({
  givenName: "Maria",
  familyName: "Lopes",
  email,
  source: "Referral",
});

describe("opening an enquiry", () => {
  it("makes the file with its client, principal, family and number, and says so in the log", async () => {
    const opened = await firm.run(firm.consultant, openEnquiry, maria());
    expect(opened.number).toMatch(/^\d\d-\d{4}$/);
    const facts = await firm.read(firm.consultant, (ctx) => getCaseFacts(ctx, opened.caseId));
    expect(facts.people).toMatchObject([{ role: "principal", givenName: "Maria", familyName: "Lopes" }]);
    const { rows } = await database.owner.query(
      "select stage, display_name, owner_id, search_text from case_file where id = $1",
      [opened.caseId],
    );
    expect(rows[0]).toMatchObject({
      stage: "ENQUIRY",
      display_name: "Maria Lopes",
      owner_id: firm.consultant.actor.userId,
      search_text: expect.stringContaining("maria@example.ca") as string,
    });
    expect(await firm.eventsOf(opened.caseId)).toMatchObject([
      { event: "case.opened", outcome: "ok", detail: { number: opened.number, owner: "Priya Raman" } },
    ]);
  });

  it("gives each file its own number, also to two that ask at once", async () => {
    const opened = await Promise.all(
      ["one", "two", "three"].map((name) =>
        firm.run(firm.consultant, openEnquiry, maria(`${name}@example.ca`)),
      ),
    );
    expect(new Set(opened.map((file) => file.number)).size).toBe(3);
  });

  it("names the files under the same address first, and opens one more only on purpose", async () => {
    const first = await firm.run(firm.consultant, openEnquiry, maria("same@example.ca"));
    await expect(firm.run(firm.consultant, openEnquiry, maria("Same@Example.ca"))).rejects.toMatchObject({
      code: "INVALID",
      fieldErrors: { openAnyway: expect.stringContaining(`Maria Lopes, ${first.number}`) as string },
    });
    const again = { ...maria("same@example.ca"), openAnyway: "on" };
    expect((await firm.run(firm.consultant, openEnquiry, again)).number).not.toBe(first.number);
  });

  it("does not name a colleague's client", async () => {
    await firm.run(firm.consultant, openEnquiry, maria("secret@example.ca"));
    const refused = firm.run(firm.otherConsultant, openEnquiry, maria("secret@example.ca"));
    await expect(refused).rejects.toMatchObject({
      fieldErrors: { openAnyway: expect.stringContaining("1 file of a colleague") as string },
    });
    await expect(refused).rejects.not.toMatchObject({
      fieldErrors: { openAnyway: expect.stringContaining("Lopes") as string },
    });
  });

  it("lets managers choose the consultant, and nobody else", async () => {
    const forMarc = (email: string) => ({ ...maria(email), ownerId: firm.otherConsultant.actor.userId });
    await expect(firm.run(firm.consultant, openEnquiry, forMarc("a@example.ca"))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const opened = await firm.run(firm.manager, openEnquiry, forMarc("b@example.ca"));
    const { rows } = await database.owner.query("select owner_id from case_file where id = $1", [
      opened.caseId,
    ]);
    expect(rows).toEqual([{ owner_id: firm.otherConsultant.actor.userId }]);
    const forAdministrator = { ...maria("c@example.ca"), ownerId: firm.administrator.actor.userId };
    await expect(firm.run(firm.manager, openEnquiry, forAdministrator)).rejects.toMatchObject({
      fieldErrors: { ownerId: "Only an active consultant or manager can own a case." },
    });
  });

  it("is not open to administrators and clients", async () => {
    const { client } = await firm.addCase();
    for (const caller of [firm.administrator, client]) {
      await expect(firm.run(caller, openEnquiry, maria("d@example.ca"))).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
  });

  it("says at the field what is missing", async () => {
    await expect(firm.run(firm.consultant, openEnquiry, { email: "nobody" })).rejects.toMatchObject({
      code: "INVALID",
      fieldErrors: { familyName: "Enter the family name.", email: expect.any(String) as string },
    });
  });
});
