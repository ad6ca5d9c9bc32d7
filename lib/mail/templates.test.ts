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

it.each(["a@b.ca, c@d.ca", "Name <a@b.ca>", "a@b.ca\r\nBcc: c@d.ca", "a", "a@@b.ca", ""])(
  "%j is not one plain address",
  (address) => {
    expect(() => assertPlainAddress(address)).toThrow();
  },
);
