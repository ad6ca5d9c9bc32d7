import AxeBuilder from "@axe-core/playwright";
import { CONSENT_VERSION } from "@/lib/enquiries/rules";
import { newId } from "@/lib/ids/id";
import { sampleAnswers } from "@/lib/testing/assessment-answers";
import { addCase } from "./fixtures/cases";
import type { TestDatabase } from "./fixtures/database";
import { SAME_ORIGIN, send, type Answer } from "./fixtures/http";
import { addPerson, type Person } from "./fixtures/people";
import { expect, test } from "./fixtures/test";
import {
  arrivesAt,
  field,
  heading,
  onward,
  SMALL_PHONE,
  tellOfEducation,
  tellOfLanguages,
  tellOfOneself,
  tellOfWork,
} from "./steps/assess";
import { tabTo, typeInto } from "./steps/keyboard";

interface Kept {
  number: string;
  outcome: string;
  ownerId: string;
  crsScore: number | null;
}
const keptOf = (database: TestDatabase, email: string) =>
  database.rows<Kept>(
    `select c.number, p.outcome, c.owner_id as "ownerId", c.crs_score as "crsScore"
     from public_assessment p join case_file c on c.id = p.case_id where p.email = $1 order by p.received_at`,
    [email],
  );
const personOf = (database: TestDatabase, userId: string) =>
  database.row<Person>(`select id as "userId", name, email, role from app_user where id = $1`, [userId]);

test("in French, on a small phone, by the keyboard alone: result at once, kept over a reload, an enquiry with its facts", async ({
  page,
  pageOf,
  database,
}) => {
  test.setTimeout(180_000);
  await page.setViewportSize(SMALL_PHONE);
  await page.goto("/assess?lang=fr");
  await expect(page.locator("html")).toHaveAttribute("lang", "fr-CA");
  await expect(heading(page, "Vous")).toBeVisible();
  await expect(page.getByText("Étape 1 sur 8")).toBeVisible();
  await tellOfOneself(page);
  await onward(page, "Suivant");
  await arrivesAt(page, "Votre anglais");
  await tellOfLanguages(page);

  // The page is closed and opened again: the choice of language and every answer are still there.
  await page.goto("/assess");
  await expect(heading(page, "Votre français")).toBeVisible();
  await expect(field(page, "french.source").locator('input[value="none"]')).toBeChecked();
  await onward(page, "Suivant");
  await arrivesAt(page, "Vos études");
  await tellOfEducation(page);
  await onward(page, "Suivant");
  await arrivesAt(page, "Travail au Canada");
  await tellOfWork(page);
  await onward(page, "Voir votre résultat");

  await arrivesAt(page, "Votre résultat");
  const shown = await page.getByTestId("crs-total").innerText();
  await expect(page.getByText("Conseils donnés par")).toBeVisible();
  const programs = page.getByRole("region", { name: "Programmes" }).getByRole("listitem");
  await expect(programs.filter({ hasText: "expérience canadienne" }).first()).toContainText(
    "Ouvert pour vous",
  );
  await expect(
    page.getByRole("region", { name: "Ce qui aiderait le plus" }).getByRole("listitem"),
  ).toHaveCount(3);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  const email = `noor.${newId().slice(0, 8)}@example.test`;
  await typeInto(page, field(page, "familyName"), "Benali");
  await typeInto(page, field(page, "email"), email);
  await onward(page, "Envoyer mes réponses");
  await expect(page.getByText("que si vous l’acceptez")).toBeVisible();
  expect(await keptOf(database, email)).toEqual([]);
  await tabTo(page, field(page, "consent"));
  await page.keyboard.press("Space");
  await onward(page, "Envoyer mes réponses");
  await expect(page.getByRole("status").filter({ hasText: "Merci" })).toBeVisible();

  const [kept] = await keptOf(database, email);
  // The score of the file is the engine's, on the server and from the facts as they were stored.
  expect({ outcome: kept?.outcome, shown }).toEqual({ outcome: "opened", shown: `${kept?.crsScore} points` });
  const staff = await pageOf(await personOf(database, kept!.ownerId));
  await staff.goto(`/cases?q=${encodeURIComponent(email)}`);
  await staff.getByRole("link", { name: "Benali" }).first().click();
  await staff.waitForURL(`**/cases/${kept!.number}/**`);
  await staff.goto(`/cases/${kept!.number}/assessment`);
  await expect(staff.getByText("Développeuse de logiciels").first()).toBeVisible();
  await staff.goto(`/cases/${kept!.number}/assessment/answers`);
  await expect(staff.getByText("J’accepte que le cabinet")).toBeVisible();
});

test("the language can be changed on the way, answers stay, and starting again deletes them", async ({
  page,
}) => {
  await page.goto("/assess?lang=en");
  await field(page, "you.birthDate").fill("1990-01-31");
  await field(page, "you.livesIn").selectOption("FR");
  await page.getByRole("link", { name: "Français" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr-CA");
  await expect(field(page, "you.birthDate")).toHaveValue("1990-01-31");
  await expect(field(page, "you.livesIn")).toHaveValue("FR");
  await page.getByRole("button", { name: "Recommencer" }).click();
  await page.getByRole("button", { name: "Supprimer et recommencer" }).click();
  await expect(field(page, "you.birthDate")).toHaveValue("");
  // The choice is remembered.
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "fr-CA");
  await expect(page.getByLabel("Mot de passe", { exact: true })).toBeVisible();
});

test("without JavaScript it says why nothing is here, and how to reach the firm", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/assess?lang=fr");
  await expect(heading(page, "Cette évaluation a besoin de JavaScript")).toBeVisible();
  await context.close();
});

/** The token that a page of the assessment was made with. */
async function tokenOf(): Promise<string> {
  const { text } = await send("/assess");
  const token = /token\\?":\\?"([\w.-]+)/.exec(text)?.[1];
  if (token === undefined) throw new Error("the page has no token");
  return token;
}

const post = (body: unknown, headers: Record<string, string> = {}) =>
  send("/api/assess", {
    method: "POST",
    headers: { ...SAME_ORIGIN, "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

const form = (token: string, email: string, changes: Record<string, unknown> = {}) => ({
  ...{ token, locale: "en", givenName: "Robin", familyName: "Quick", email, phone: "" },
  ...{ consentVersion: CONSENT_VERSION, consent: true, answers: sampleAnswers() },
  ...changes,
});

/** Sends it until the page is old enough to have been read; a person takes minutes. */
async function sendWhenRead(body: unknown): Promise<Answer> {
  let answer: Answer | undefined;
  await expect
    .poll(async () => (answer = await post(body)).status, { intervals: [5_500], timeout: 40_000 })
    .toBe(202);
  if (answer === undefined) throw new Error("nothing was sent");
  return answer;
}

test("robots are refused: too quick, a forged page, the hidden field, a body without end, another type", async ({
  database,
}) => {
  const email = `robot.${newId().slice(0, 8)}@example.test`;
  const token = await tokenOf();
  const quick = await post(form(token, email));
  expect([quick.status, quick.text]).toEqual([422, expect.stringContaining('"token":"early"')]);
  const forged = await post(form(`${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`, email));
  expect([forged.status, forged.text]).toEqual([422, expect.stringContaining('"token":"stale"')]);
  // The hidden field gets the same thanks as everybody, and nothing is kept.
  expect((await post(form(token, email, { website: "https://spam.example" }))).status).toBe(202);
  expect((await post(form(token, email, { givenName: "x".repeat(40_000) }))).status).toBe(413);
  expect((await post(form(token, email), { "content-type": "text/plain" })).status).toBe(415);
  const echoed = await post("<script>alert(1)</script>");
  expect([echoed.status, echoed.text.includes("script")]).toEqual([422, false]);
  expect(await keptOf(database, email)).toEqual([]);
});

test("too many forms from one network: said plainly, with a time, and nothing is lost", async ({ page }) => {
  const french = { ...sampleAnswers().french, source: "estimate" as const, estimate: "7" };
  await page.addInitScript(
    (draft) => localStorage.setItem("landfall.assess", draft),
    JSON.stringify({
      ...{ version: 1, answers: sampleAnswers({ french }), at: "result", sent: false },
      contact: { givenName: "", familyName: "Kept", email: "kept@example.test", phone: "" },
    }),
  );
  await page.route("**/api/assess", (route) =>
    route.fulfill({
      status: 429,
      headers: { "retry-after": "1740" },
      json: { error: { code: "THROTTLED" } },
    }),
  );
  await page.goto("/assess?lang=en");
  await page.getByLabel("I agree that the firm").check();
  await page.getByRole("button", { name: "Send my answers" }).click();
  await expect(page.getByText("try again in 29 minutes")).toBeVisible();
  await expect(field(page, "email")).toHaveValue("kept@example.test");
  await expect(page.getByTestId("crs-total")).toBeVisible();
  // A level that was only guessed is called so.
  await expect(page.getByText("not on a test: French at level 7")).toBeVisible();
});

test("who has an open file gets the same thanks; the answers wait there until a consultant chooses what to take over", async ({
  database,
  pageOf,
}) => {
  const owner = await addPerson(database, { name: "Imre Portwood", role: "consultant" });
  const file = await addCase(database, { owner, name: ["Kavya", "Returning"] });
  const sample = sampleAnswers();
  const answers = { ...sample, you: { ...sample.you, birthDate: "1995-03-12" } };
  const email = `${file.clientId}@client.test`;
  const body = form(await tokenOf(), email, { givenName: "Kavya", familyName: "Returning", answers });
  const { text } = await sendWhenRead(body);
  expect(text).toBe('{"received":true}');
  expect(await keptOf(database, email)).toMatchObject([{ number: file.number, outcome: "matched" }]);

  const page = await pageOf(owner);
  await page.goto("/");
  await expect(page.getByText("Compare the new answers with the file")).toBeVisible();
  await page.goto(`/cases/${file.number}/assessment`);
  await page.getByRole("link", { name: "Import answers" }).click();
  const row = (name: string) => page.getByRole("row").filter({ hasText: name });
  await expect(row("Birth date")).toContainText("The same");
  await expect(row("Citizenship")).toContainText("New");
  for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
  await row("Language test").getByRole("checkbox").check();
  await page.getByRole("button", { name: "Take over what is ticked" }).click();
  await expect(row("Language test")).toContainText("The same");
  await expect(row("Citizenship")).toContainText("New");
  const tests = await database.rows("select kind from language_test where case_id = $1", [file.caseId]);
  expect(tests).toEqual([{ kind: "celpip_general" }]);
  await page.goto("/");
  await expect(page.getByText("Compare the new answers with the file")).toHaveCount(0);
});
