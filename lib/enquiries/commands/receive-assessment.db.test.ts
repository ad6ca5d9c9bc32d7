import { beforeAll, describe, expect, it } from "vitest";
import { listCases } from "@/lib/cases/list/queries";
import { readListState } from "@/lib/cases/list/rules";
import { isStaffContext, type Caller, type StaffContext } from "@/lib/command/actor-context";
import { assessCrs } from "@/lib/express-entry/crs/assess";
import { newToken } from "@/lib/ids/token";
import { loadOccupations } from "@/lib/occupations/load-occupations";
import { getCaseFacts } from "@/lib/people/queries";
import type { SystemActor } from "@/lib/policy/actor";
import { getToday } from "@/lib/tasks/today/queries";
import { sampleAnswers } from "@/lib/testing/assessment-answers";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { factsOf } from "../facts/rules";
import { CONSENT_TEXTS, CONSENT_VERSION, emptyLanguage } from "../rules";
import { receiveAssessment } from "./receive-assessment";

const database = testDatabase();
const firm = testFirm(database);
const visitor: Caller<SystemActor> = {
  actor: { kind: "system", name: "public-assessment" },
  trace: { requestId: "11111111-1111-4111-8111-111111111111", sessionRef: null, ipPrefix: "203.0.113.0/24" },
};

beforeAll(() => loadOccupations(database.owner));

const form = (email: string, changes: Record<string, unknown> = {}) => ({
  ...{ token: newToken(), locale: "fr", givenName: "Asha", familyName: "Menon", email, phone: "" },
  ...{ consentVersion: CONSENT_VERSION, consent: true, answers: sampleAnswers() },
  ...changes,
});
const send = (input: Record<string, unknown>) => firm.run(visitor, receiveAssessment, input);

interface Kept {
  case_id: string;
  client_id: string;
  outcome: string;
  answers: unknown;
  consent_version: string;
  consent_text: string;
  consented_at: Date;
  number: string;
  source: string;
  stage: string;
  owner_id: string;
  crs_score: number | null;
  enquiry_note: string;
  locale: string;
}

async function keptOf(email: string): Promise<Kept[]> {
  const { rows } = await database.owner.query<Kept>(
    `select p.case_id, p.client_id, p.outcome, p.answers, p.consent_version, p.consent_text, p.consented_at,
       c.number, c.source, c.stage, c.owner_id, c.crs_score, c.enquiry_note, k.locale
     from public_assessment p join case_file c on c.id = p.case_id join client k on k.id = c.client_id
     where p.email = $1 order by p.received_at`,
    [email],
  );
  return rows;
}

const asStaff = <T>(caller: Caller, read: (ctx: StaffContext) => Promise<T>) =>
  firm.read(caller, (ctx) => {
    if (!isStaffContext(ctx)) throw new Error("a client");
    return read(ctx);
  });
const mailsTo = async (address: string) =>
  (
    await database.owner.query<{ kind: string; case_id: string | null }>(
      "select kind, case_id from mail where to_address = $1 order by created_at",
      [address],
    )
  ).rows;

describe("a free assessment with the visitor's consent", () => {
  it("becomes an enquiry with its people and dated facts, and scores as the visitor saw it", async () => {
    await send(form("asha@example.ca"));
    const [kept] = await keptOf("asha@example.ca");
    expect(kept).toMatchObject({
      outcome: "opened",
      stage: "ENQUIRY",
      source: "Public assessment",
      owner_id: firm.manager.actor.userId,
      locale: "fr",
    });
    const facts = await firm.read(firm.manager, (ctx) => getCaseFacts(ctx, kept!.case_id));
    expect(facts.people).toMatchObject([
      {
        ...{ role: "principal", givenName: "Asha", familyName: "Menon", birthDate: "1996-05-14" },
        ...{ citizenship: "IN", statusInCanada: "worker", statusExpiresOn: "2027-08-31" },
        languageTests: [{ kind: "celpip_general", takenOn: "2026-03-02", scores: { listening: 9 } }],
        credentials: [{ country: "IN", awardedOn: "2018-06-30", eca: { issuedOn: "2025-10-01" } }],
        jobs: [
          { country: "IN", nocCode: "21232", from: "2018-07-15", to: "2024-07-31" },
          {
            country: "CA",
            nocCode: "21232",
            from: "2024-09-01",
            to: null,
            authorized: true,
            hoursPerWeek: 37.5,
          },
        ],
      },
    ]);
    expect(facts.family).toMatchObject({
      intendedProvince: "ON",
      settlementFunds: { cents: 2_450_000 },
      siblingInCanada: true,
    });
    const { rows } = await database.owner.query<{ today: string }>(
      "select to_char(now() at time zone 'America/Toronto', 'YYYY-MM-DD') as today",
    );
    const today = rows[0]!.today;
    expect(kept!.crs_score).toBe(
      assessCrs(factsOf(sampleAnswers(), { today, assume: true }), today).score.total,
    );
  });

  it("keeps the answers as they were sent, and what was agreed to, in which words and when", async () => {
    await send(form("consent@example.ca"));
    const [kept] = await keptOf("consent@example.ca");
    expect(kept!.answers).toEqual(sampleAnswers());
    expect(kept!.consent_version).toBe(CONSENT_VERSION);
    expect(kept!.consent_text).toBe(CONSENT_TEXTS.fr);
    expect(kept!.consented_at).toBeInstanceOf(Date);
    await expect(send(form("no@example.ca", { consent: false }))).rejects.toMatchObject({
      code: "INVALID",
      fieldErrors: { consent: expect.stringContaining("consent") },
    });
    expect(await keptOf("no@example.ca")).toEqual([]);
  });

  it("shows in Cases and in Today of who takes it, and not to another consultant", async () => {
    await send(form("today@example.ca", { familyName: "Zachariah" }));
    const [kept] = await keptOf("today@example.ca");
    const find = (caller: Caller) =>
      asStaff(caller, (ctx) => listCases(ctx, readListState({ q: "zachariah" })));
    expect((await find(firm.manager)).rows).toMatchObject([{ number: kept!.number }]);
    expect((await find(firm.consultant)).rows).toEqual([]);
    const { groups } = await asStaff(firm.manager, getToday);
    const tasks = groups.flatMap((group) => group.things);
    expect(tasks).toContainEqual(expect.objectContaining({ caseNumber: kept!.number }));
  });

  it("says in the log who did it: the public assessment, with its consent", async () => {
    await send(form("log@example.ca"));
    const [kept] = await keptOf("log@example.ca");
    expect(await firm.eventsOf(kept!.case_id)).toMatchObject([
      { event: "case.opened", outcome: "ok", detail: { number: kept!.number } },
      {
        event: "assessment.received",
        detail: { outcome: "opened", consent: CONSENT_VERSION, language: "fr" },
      },
    ]);
  });

  it("goes to whom the firm chose, else to the manager", async () => {
    await database.owner.query("update firm set enquiry_owner_id = $1", [firm.consultant.actor.userId]);
    await send(form("chosen@example.ca"));
    await database.owner.query("update firm set enquiry_owner_id = null");
    expect((await keptOf("chosen@example.ca"))[0]!.owner_id).toBe(firm.consultant.actor.userId);
  });

  it("mails the visitor in their language without a word of theirs, and tells who takes it", async () => {
    await send(form("mail@example.ca"));
    expect(await mailsTo("mail@example.ca")).toEqual([{ kind: "assessment_received_fr", case_id: null }]);
    const [kept] = await keptOf("mail@example.ca");
    const owner = `${firm.manager.actor.userId}@firm.test`;
    expect(await mailsTo(owner)).toContainEqual({ kind: "enquiry_received", case_id: kept!.case_id });
  });

  it("does not write to one address again and again", async () => {
    for (let sent = 0; sent < 5; sent += 1) await send(form("often@example.ca"));
    expect((await mailsTo("often@example.ca")).length).toBe(3);
  });

  it("never makes a test of a guess: it stands in the note, and earns nothing in the file", async () => {
    const english = { ...emptyLanguage(), source: "estimate" as const, estimate: "9" };
    await send(form("guess@example.ca", { answers: sampleAnswers({ english }) }));
    const [kept] = await keptOf("guess@example.ca");
    const facts = await firm.read(firm.manager, (ctx) => getCaseFacts(ctx, kept!.case_id));
    expect(facts.people[0]!.languageTests).toEqual([]);
    expect(kept!.enquiry_note).toContain("Levels guessed, not tested: english 9");
  });

  it("takes partner and children with what was told of them", async () => {
    const sample = sampleAnswers();
    const family = {
      ...{ maritalStatus: "married" as const, unionSince: "2022-02-02", partnerComes: "yes" as const },
      ...{ partnerStatus: "worker" as const, children: "2" },
    };
    const partner = { language: sample.english, education: sample.education[0]!, jobs: sample.canada.jobs };
    await send(form("family@example.ca", { answers: sampleAnswers({ family, partner }) }));
    const [kept] = await keptOf("family@example.ca");
    const facts = await firm.read(firm.manager, (ctx) => getCaseFacts(ctx, kept!.case_id));
    expect(facts.people.map(({ role }) => role)).toEqual(["principal", "spouse", "child", "child"]);
    expect(facts.people[1]).toMatchObject({ accompanying: true, statusInCanada: "worker" });
    expect(facts.people[1]!.jobs).toHaveLength(1);
    expect(facts.people[1]!.languageTests).toHaveLength(1);
  });
});

describe("the same person again", () => {
  it("opens no second enquiry: the answers wait at the open file, and the visitor cannot tell", async () => {
    const first = await send(form("twice@example.ca"));
    const second = await send(form("Twice@Example.ca", { givenName: "A." }));
    expect(second).toEqual(first);
    const kept = await keptOf("twice@example.ca");
    expect(kept.map(({ outcome }) => outcome)).toEqual(["opened", "matched"]);
    expect(kept[1]!.case_id).toBe(kept[0]!.case_id);
    const { groups } = await asStaff(firm.manager, getToday);
    const told = groups
      .flatMap((group) => group.things)
      .filter(({ caseNumber }) => caseNumber === kept[0]!.number);
    expect(told).toContainEqual(
      expect.objectContaining({
        action: expect.objectContaining({ href: `/cases/${kept[0]!.number}/assessment/answers` }),
      }),
    );
  });

  it("is another person with another birth date, and staff read of both files", async () => {
    await send(form("shared@example.ca"));
    const sister = sampleAnswers();
    await send(
      form("shared@example.ca", { answers: { ...sister, you: { ...sister.you, birthDate: "1999-09-09" } } }),
    );
    const [one, other] = await keptOf("shared@example.ca");
    expect(other!.case_id).not.toBe(one!.case_id);
    expect(other!.enquiry_note).toContain(`${one!.number} (another person, open)`);
  });

  it("with a closed file alone is a new enquiry of a new client, and staff read of the old file", async () => {
    await send(form("back@example.ca"));
    const [old] = await keptOf("back@example.ca");
    await database.owner.query("update case_file set stage = 'CLOSED' where id = $1", [old!.case_id]);
    await send(form("back@example.ca"));
    const again = (await keptOf("back@example.ca"))[1];
    expect(again).toMatchObject({ outcome: "opened", stage: "ENQUIRY" });
    // A form that anybody can send does not write into a client's portal.
    expect(again!.client_id).not.toBe(old!.client_id);
    expect(again!.enquiry_note).toContain(`${old!.number} (the same person, closed)`);
  });

  it("who sends one form twice, or two at once, has one enquiry", async () => {
    const twice = form("double@example.ca");
    await Promise.allSettled([send(twice), send(twice)]);
    await send(twice);
    expect(await keptOf("double@example.ca")).toHaveLength(1);
    const raced = [form("race@example.ca"), form("race@example.ca")];
    await Promise.all(raced.map(send));
    expect((await keptOf("race@example.ca")).map(({ outcome }) => outcome).sort()).toEqual([
      "matched",
      "opened",
    ]);
  });
});

describe("what is not taken", () => {
  it("comes from anybody but the public form", async () => {
    await expect(firm.run(firm.manager, receiveAssessment, form("staff@example.ca"))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("carries a field that nobody asked for, or lists without an end", async () => {
    const extra = form("extra@example.ca", { ownerId: firm.consultant.actor.userId });
    await expect(send(extra)).rejects.toMatchObject({ code: "INVALID" });
    const row = sampleAnswers().canada.jobs[0]!;
    const many = { worked: "yes" as const, jobs: Array.from({ length: 50 }, () => row) };
    await expect(
      send(form("many@example.ca", { answers: sampleAnswers({ canada: many }) })),
    ).rejects.toMatchObject({
      code: "INVALID",
    });
  });

  it("could not have passed the page: a date that is none, an occupation that is not in the list", async () => {
    const wrong = sampleAnswers();
    const born = { ...wrong, you: { ...wrong.you, birthDate: "2026-02-30" } };
    await expect(send(form("date@example.ca", { answers: born }))).rejects.toMatchObject({
      fieldErrors: { step: "you" },
    });
    const [job] = wrong.canada.jobs;
    const noc = sampleAnswers({ canada: { worked: "yes", jobs: [{ ...job!, nocCode: "99999" }] } });
    await expect(send(form("noc@example.ca", { answers: noc }))).rejects.toMatchObject({ code: "INVALID" });
    expect([...(await keptOf("date@example.ca")), ...(await keptOf("noc@example.ca"))]).toEqual([]);
  });
});
