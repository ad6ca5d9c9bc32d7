import { expect, it } from "vitest";
import { assertPlainAddress } from "./address";
import { contentOf, layOut } from "./templates";

const facts = {
  firmName: "New Jain <Immigration>",
  name: "Neha\r\nBcc: all@evil.example",
  toClient: true,
  caseNumber: "26-0412",
  appOrigin: "https://landfall.example",
  token: "abc",
};

it("a name cannot start a header or a tag", () => {
  const mail = layOut(contentOf("client_invitation", facts), facts);
  expect(mail.subject).not.toMatch(/[\r\n]/);
  expect(mail.text).toContain("Hello Neha Bcc: all@evil.example,");
  expect(mail.html).not.toContain("<Immigration>");
});

it("every link starts with the origin of the firm, and a masked one holds no secret", () => {
  expect(contentOf("client_invitation", facts).link?.url).toBe("https://landfall.example/invitation/abc");
  expect(contentOf("client_invitation", { ...facts, token: null }).link?.url).not.toContain("abc");
});

const OWN = [
  ...["client_invitation", "password_reset", "password_changed", "document_returned"],
  ...["message_received", "submission_recorded", "application_news", "invitation_recorded"],
  "deadline_reminder",
] as const;

it.each(OWN)("%s reaches a client in their language, and its page is in it too", (kind) => {
  const french = contentOf(kind, { ...facts, name: "Neha", locale: "fr" });
  const english = contentOf(kind, { ...facts, name: "Neha" });
  expect([french.greeting, english.greeting]).toEqual(["Bonjour Neha,", "Hello Neha,"]);
  expect(french.subject).not.toBe(english.subject);
  for (const [index, paragraph] of french.paragraphs.entries())
    expect(paragraph).not.toBe(english.paragraphs[index]);
  expect(layOut(french, facts).html).toContain('lang="fr"');
  const { url } = french.link ?? { url: "" };
  expect(url.includes("/portal") || url.endsWith("?lang=fr"), url).toBe(true);
});

it("a reminder says the date and the days that are left, and nothing of what it is about", () => {
  const due = { on: "2027-03-08", daysLeft: 12 };
  const toClient = (locale: string) =>
    layOut(contentOf("deadline_reminder", { ...facts, locale, due }), facts).text;
  expect(toClient("en")).toContain("is on 8 Mar 2027");
  expect(toClient("fr")).toContain("est le 8 mars 2027");
  expect(toClient("en")).not.toContain(facts.caseNumber);
  const toStaff = { ...facts, toClient: false, due };
  expect(contentOf("deadline_reminder", toStaff).subject).toBe("26-0412: 12 days left");
  const passed = { ...toStaff, due: { ...due, daysLeft: -1 } };
  expect(contentOf("deadline_missed", passed).subject).toBe("MISSED: 26-0412, 8 Mar 2027");
  expect(contentOf("escalation", passed).link?.url).toBe("https://landfall.example/notices");
});

it("staff are told of their client's message and invitation in their own words", () => {
  const toStaff = { ...facts, toClient: false };
  expect(contentOf("message_received", toStaff).subject).toBe("26-0412: a message");
  expect(contentOf("invitation_recorded", toStaff).link?.url).toContain("/cases/26-0412/overview");
});

it.each(["a@b.ca, c@d.ca", "Name <a@b.ca>", "a@b.ca\r\nBcc: c@d.ca", "a", "a@@b.ca", ""])(
  "%j is not one plain address",
  (address) => {
    expect(() => assertPlainAddress(address)).toThrow();
  },
);

it("a link for one item says who asks and nothing of what, in the language that was chosen for its reader", () => {
  const asked = { ...facts, firmName: "New Jain", clientGivenName: "Tara", context: { language: "fr" } };
  const french = contentOf("item_link", asked);
  expect(french.subject).toBe("Tara vous demande un document pour New Jain");
  expect(french.link?.url).toBe("https://landfall.example/send/abc?lang=fr");
  const english = contentOf("item_link", { ...asked, context: { language: "en" } });
  expect(english.link?.url).toBe("https://landfall.example/send/abc");
  expect(layOut(english, facts).text).toMatch(/^Hello,\n/);
  expect(contentOf("item_link", { ...asked, token: null }).link?.url).not.toContain("abc");
});
