/** The firm's template: versions, the files that keep theirs, and how a newer one is taken (issue 5, point 1). */
import { beforeEach, describe, expect, it } from "vitest";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { invitedCases } from "@/lib/testing/invited-cases";
import { addRequirement } from "../commands/add-requirement";
import { discardTemplate } from "../commands/discard-template";
import { publishTemplate } from "../commands/publish-template";
import { regenerateChecklist } from "../commands/regenerate-checklist";
import { removeItem } from "../commands/remove-item";
import { saveItem } from "../commands/save-item";
import { saveWording } from "../commands/save-wording";
import { takeTemplate } from "../commands/take-template";
import { getChecklist, listRequirements } from "../queries";
import { specOf } from "../rules";
import { getItemStart, getTemplateSettings } from "./queries";

const database = testDatabase();
const firm = testFirm(database);
const invitedCase = invitedCases(database, firm);

/** Published versions stay for good, so each test begins with what it publishes itself. */
beforeEach(async () => {
  await database.owner.query("alter table checklist_template disable trigger user");
  await database.owner.query("delete from case_checklist");
  await database.owner.query("delete from checklist_template");
  await database.owner.query("alter table checklist_template enable trigger user");
});

const settings = (viewer = firm.manager) =>
  firm.read(viewer, (ctx) => getTemplateSettings(ctx as StaffContext));
const linesOf = (file: TestCase) => firm.read(firm.manager, (ctx) => listRequirements(ctx, file.caseId));
const pageOf = (file: TestCase) =>
  firm.read(firm.consultant, (ctx) => getChecklist(ctx as StaffContext, file.number));
const refresh = (file: TestCase) => firm.run(firm.consultant, regenerateChecklist, { caseId: file.caseId });

async function keepItem(more: Record<string, unknown> = {}, caller = firm.manager) {
  const { draftVersion: version } = await settings();
  return firm.run(caller, saveItem, {
    ...{
      version,
      title: "Military record",
      reason: "We always ask",
      owner: "principal",
      condition: "always",
    },
    ...{ responsible: "client", required: "on", leadDays: "9", goodExample: "Both pages", points: "Stamped" },
    ...more,
  });
}

async function publish(note = "Military records") {
  const { draftVersion: version } = await settings();
  return firm.run(firm.administrator, publishTemplate, { version, note });
}

const militaryOf = async (file: TestCase) =>
  (await linesOf(file)).filter(({ title }) => title === "Military record");

describe("a version", () => {
  it("is a draft that no file sees, then published with its number and never changed again", async () => {
    const file = await invitedCase();
    await keepItem();
    await refresh(file);
    expect(await militaryOf(file)).toEqual([]);
    expect(await publish()).toEqual({ number: 1 });
    await expect(publish()).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await settings()).versions).toMatchObject([
      { number: 1, note: "Military records", publishedBy: "Marcus Bell", items: 1, files: 0 },
    ]);
    await expect(database.owner.query("update checklist_template set note = 'x'")).rejects.toThrow(
      /never changed/,
    );
    await expect(database.owner.query("delete from checklist_template")).rejects.toThrow(/never changed/);
  });

  it("is what new checklists are made with, in the firm's words and with its points", async () => {
    await keepItem();
    const { draftVersion: version } = await settings();
    await firm.run(firm.manager, saveWording, {
      ...{
        version,
        kind: "police",
        title: "PCC",
        goodExample: "In colour",
        points: "Apostille\n\nNo staples",
      },
    });
    await publish();
    const file = await invitedCase();
    await refresh(file);
    const [military] = await militaryOf(file);
    expect(military).toMatchObject({ personId: file.principalId, leadDays: 9, extraPoints: ["Stamped"] });
    const police = (await linesOf(file)).find(({ kind }) => kind === "police");
    expect(police).toMatchObject({ title: "PCC, India", goodExample: "In colour" });
    if (police)
      expect(specOf(police, null).acceptancePoints).toEqual(
        expect.arrayContaining(["All names used are on it", "Apostille", "No staples"]),
      );
    expect((await settings()).versions).toMatchObject([{ files: 1 }]);
    expect((await pageOf(file)).newer).toBeNull();
  });

  it("is kept by managers and administrators, one change at a time; others read it", async () => {
    await expect(keepItem({}, firm.consultant)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await keepItem();
    await expect(keepItem({ version: 0, title: "Another" })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(keepItem({ title: "military RECORD" })).rejects.toMatchObject({
      fieldErrors: { title: expect.stringContaining("already") as unknown },
    });
    await expect(keepItem({ title: "Late", province: "ON" })).rejects.toMatchObject({
      fieldErrors: { province: expect.any(String) as unknown },
    });
    expect(await settings(firm.consultant)).toMatchObject({
      content: { items: [{ title: "Military record" }] },
      allowed: { edit: false },
    });
    const { draftVersion: version } = await settings();
    await firm.run(firm.manager, discardTemplate, { version });
    expect(await settings()).toMatchObject({ content: { items: [] }, draftVersion: 0, newest: null });
  });
});

describe("an open file", () => {
  it("keeps the version it was made with, is told what the newer would change, and takes it when asked", async () => {
    await keepItem();
    await publish();
    const file = await invitedCase();
    await refresh(file);
    const { content, draftVersion: version } = await settings();
    const [kept] = content.items;
    await firm.run(firm.manager, removeItem, { version, itemId: kept?.id });
    await keepItem({ title: "Tax file" });
    await publish("Tax files in place of military records");
    await database.owner.query(
      "update requirement set state = 'received', received_at = now() where title = $1",
      ["Military record"],
    );

    expect(await refresh(file)).toEqual({ added: 0, changed: 0, dropped: 0 });
    expect(await pageOf(file)).toMatchObject({
      templateNumber: 1,
      newer: { number: 2, added: ["Tax file"], changed: [], dropped: ["Military record"] },
    });
    const take = (caller = firm.consultant, number = 2) =>
      firm.run(caller, takeTemplate, { caseId: file.caseId, number });
    await expect(take(firm.consultant, 1)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(take(firm.administrator)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(take(firm.otherConsultant)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await take()).toEqual({ added: 1, changed: 0, dropped: 1 });
    expect(await militaryOf(file)).toMatchObject([{ noLongerNeeded: true, state: "received" }]);
    expect(await pageOf(file)).toMatchObject({ templateNumber: 2, newer: null });
    expect((await firm.eventsOf(file.caseId)).at(-1)).toMatchObject({
      event: "checklist.template_taken",
      detail: { from: 1, to: 2, changes: "1 added, 0 changed, 1 no longer needed" },
    });
  });

  it("that had none keeps none until a version is taken", async () => {
    const file = await invitedCase();
    await refresh(file);
    await keepItem();
    await publish();
    await refresh(file);
    expect(await militaryOf(file)).toEqual([]);
    expect(await pageOf(file)).toMatchObject({ templateNumber: null, newer: { added: ["Military record"] } });
  });
});

describe("an item added by hand", () => {
  it("is offered to the template with its words, and goes on as the template's once that is taken", async () => {
    const file = await invitedCase();
    await refresh(file);
    const { requirementId } = await firm.run(firm.consultant, addRequirement, {
      ...{
        caseId: file.caseId,
        personId: file.principalId,
        title: "Military record",
        reason: "Letter of May",
      },
      ...{ responsible: "other", leadDays: "21", required: "on", goodExample: "All pages" },
    });
    const { handAdded } = await settings();
    expect(handAdded.find((one) => one.requirementId === requirementId)).toMatchObject({ files: 1 });
    const start = await firm.read(firm.manager, (ctx) => getItemStart(ctx as StaffContext, requirementId));
    expect(start).toMatchObject({
      ...{ title: "Military record", reason: "Letter of May", responsible: "other", leadDays: 21 },
      ...{ goodExample: "All pages", owner: "principal" },
    });
    const nobodys = (ctx: ActorContext) => getItemStart(ctx as StaffContext, "not-an-id");
    await expect(firm.read(firm.manager, nobodys)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await keepItem();
    expect((await settings()).handAdded.map(({ title }) => title)).not.toContain("Military record");
    await publish();
    await firm.run(firm.consultant, takeTemplate, { caseId: file.caseId, number: 1 });
    expect(await militaryOf(file)).toMatchObject([{ id: requirementId, goodExample: "Both pages" }]);
  });
});
