import { describe, expect, it } from "vitest";
import { isStaffContext, type Caller, type StaffContext } from "@/lib/command/actor-context";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { testUploads } from "@/lib/testing/uploads";
import { getOfferedTemplates, getTemplateSettings } from "../templates/queries";
import { fillFields } from "../templates/rules";
import { addTemplate } from "./add-template";
import { changeTemplate } from "./change-template";
import { sendMessage } from "./send-message";
import { withdrawTemplate } from "./withdraw-template";

const database = testDatabase();
const firm = testFirm(database);
const { addLine } = testUploads(database, firm);

const TEXT = {
  title: "Send the receipt",
  bodyEn: "Hello {client name}, the receipt of {item}, please: {due date}.",
  bodyFr: "Bonjour {client name}, le reçu pour {item}, s’il vous plaît : {due date}.",
};

function readAsStaff<T>(read: (ctx: StaffContext) => Promise<T>, caller: Caller = firm.consultant) {
  return firm.read(caller, (ctx) => {
    if (!isStaffContext(ctx)) throw new Error("staff alone read templates");
    return read(ctx);
  });
}

const offered = async (caseId: string, item: string | null, title: string) => {
  const { templates, values, locale } = await readAsStaff((ctx) => getOfferedTemplates(ctx, caseId, item));
  const found = templates.find((template) => template.title === title);
  return found ? { locale, words: fillFields(found.body, values) } : null;
};

describe("a message template", () => {
  it("is shipped with a handful, in both languages, every field of them known", async () => {
    const { templates } = await readAsStaff((ctx) => getTemplateSettings(ctx, null));
    const shipped = templates.filter(({ versions }) => versions[0].changedBy === null);
    expect(shipped.length).toBeGreaterThanOrEqual(5);
    for (const { versions } of shipped) {
      const [{ title, bodyEn, bodyFr }] = versions;
      const { templateId, number } = await firm.run(firm.manager, addTemplate, { title, bodyEn, bodyFr });
      await firm.run(firm.manager, withdrawTemplate, { templateId, number });
    }
  });

  it("is filled for who writes in the file, and for nobody else", async () => {
    const file = await firm.addCase();
    const fill = (caller: Caller) =>
      readAsStaff((ctx) => getOfferedTemplates(ctx, file.caseId, null), caller);
    expect((await fill(firm.consultant)).values["file number"]).toBe(file.number);
    await expect(fill(firm.administrator)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("changes in versions: what it said is kept with who changed it, and a form that is out of date is refused", async () => {
    const { templateId } = await firm.run(firm.manager, addTemplate, TEXT);
    const change = { ...TEXT, templateId, bodyEn: "Hello {client name}." };
    await firm.run(firm.administrator, changeTemplate, { ...change, number: 1 });
    await expect(
      firm.run(firm.manager, changeTemplate, { ...change, number: 1, title: "Late" }),
    ).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("Marcus Bell changed") });
    const again = await firm.run(firm.manager, changeTemplate, { ...change, number: 2 });
    expect(again.number).toBe(2);
    const { templates } = await readAsStaff((ctx) => getTemplateSettings(ctx, null));
    expect(templates.find(({ id }) => id === templateId)?.versions).toMatchObject([
      { number: 2, bodyEn: "Hello {client name}.", changedBy: "Marcus Bell" },
      { number: 1, bodyEn: TEXT.bodyEn, changedBy: "Anjali Jain" },
    ]);
    await expect(
      database.app.query("update message_template set title = 'x' where id = $1", [templateId]),
    ).rejects.toThrow(/permission denied|never changed/);
    await expect(
      database.owner.query("delete from message_template where id = $1", [templateId]),
    ).rejects.toThrow(/never changed/);
  });

  it("refuses a field that there is not, at the words that have it", async () => {
    await expect(
      firm.run(firm.manager, addTemplate, { ...TEXT, bodyFr: "Bonjour {prénom}," }),
    ).rejects.toMatchObject({
      code: "INVALID",
      fieldErrors: { bodyFr: expect.stringContaining("There is no field {prénom}") },
    });
  });

  it("is kept by managers and administrators, and by nobody else", async () => {
    const file = await firm.addCase();
    for (const caller of [firm.consultant, file.client])
      await expect(firm.run(caller, addTemplate, TEXT)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is offered filled from the file at that moment, in the client's language, until it is withdrawn", async () => {
    const title = "Offered";
    const { templateId, number } = await firm.run(firm.manager, addTemplate, { ...TEXT, title });
    const file = await firm.addCase();
    const passport = await addLine(file);
    const plan = (day: string) =>
      database.owner.query("update case_file set planned_submission_on = $2 where id = $1", [
        file.caseId,
        day,
      ]);
    expect((await offered(file.caseId, passport, title))?.words).toBe(
      "Hello Neha, the receipt of Passport, please: {due date}.",
    );
    await plan("2027-03-09");
    const words = (await offered(file.caseId, passport, title))?.words;
    expect(words).toMatch(/^Hello Neha, the receipt of Passport, please: \d+ Mar 2027\.$/);
    await plan("2027-06-09");
    expect((await offered(file.caseId, passport, title))?.words).toMatch(/Jun 2027/);
    await database.owner.query("update app_user set locale = 'fr' where id = $1", [file.client.actor.userId]);
    expect(await offered(file.caseId, passport, title)).toMatchObject({
      locale: "fr",
      words: expect.stringMatching(/^Bonjour Neha, .* juin 2027\.$/) as string,
    });
    expect((await offered(file.caseId, null, title))?.words).toContain("{item}");
    await firm.run(firm.manager, withdrawTemplate, { templateId, number });
    expect(await offered(file.caseId, passport, title)).toBeNull();
  });

  it("is not sent with a field that is still empty", async () => {
    const { caseId } = await firm.addCase();
    const body = "Please send {item} by {due date}.";
    await expect(firm.run(firm.consultant, sendMessage, { caseId, body })).rejects.toMatchObject({
      fieldErrors: { body: expect.stringContaining("{item} has no value in this file") },
    });
  });

  it("is tried on a real file, of those that one sees", async () => {
    const file = await firm.addCase();
    await addLine(file);
    const mine = await readAsStaff((ctx) => getTemplateSettings(ctx, file.number));
    expect(mine.preview).toMatchObject({
      number: file.number,
      values: { en: { "client name": "Neha", item: "Passport" }, fr: { "file number": file.number } },
    });
    const theirs = await readAsStaff((ctx) => getTemplateSettings(ctx, file.number), firm.otherConsultant);
    expect(theirs).toMatchObject({ preview: null, previewMissing: true });
  });
});
