import { describe, expect, it } from "vitest";

import { claimedType, contentDisposition, displayName } from "@/lib/storage/file-name";

describe("the name that is shown", () => {
  it.each([
    ["../../etc/passwd.pdf", "passwd.pdf"],
    ["..\\..\\x.pdf", "x.pdf"],
    ["/abs.pdf", "abs.pdf"],
    ["C:\\x.pdf", "x.pdf"],
    ["nul\0byte.pdf", "nulbyte.pdf"],
    ["two\r\nlines.pdf", "twolines.pdf"],
    ["line\u2028separator.pdf", "lineseparator.pdf"],
    ["\"quoted\" & 'name'.pdf", "\"quoted\" & 'name'.pdf"],
    ["👩‍👩‍👧 family.pdf", "👩‍👩‍👧 family.pdf"],
    ["جواز السفر.pdf", "جواز السفر.pdf"],
    ["invoice\u202Efdp.exe", "invoicefdp.exe"],
    ["\u2066a\u2069\u200F\uFEFF\u00ADb.pdf", "ab.pdf"],
    ["lone\ud800surrogate.pdf", "lonesurrogate.pdf"],
    ["Re\u0301sume\u0301.pdf", "Résumé.pdf"],
    ["  spaced.pdf . ", "spaced.pdf"],
    ["...", ""],
  ])("of %j is %j", (original, shown) => {
    expect(displayName(original)).toBe(shown);
  });

  it("has at most 180 characters and keeps its extension", () => {
    const shown = displayName(`${"😀".repeat(300)}.pdf`);
    expect([...shown]).toHaveLength(180);
    expect(shown).toMatch(/^😀+\.pdf$/u);
    expect(displayName("x".repeat(300))).toHaveLength(180);
  });
});

describe("the type a name claims", () => {
  it.each([
    ["a.PDF", "pdf"],
    ["photo.jpeg", "jpeg"],
    ["photo.JPG", "jpeg"],
    ["scan.png", "png"],
    ["letter.docx", "docx"],
    ["a.exe.pdf", "pdf"],
    [".hidden.pdf", "pdf"],
  ])("by %j is %s: the last extension alone", (name, type) => {
    expect(claimedType(name)).toMatchObject({ type });
  });

  it.each([
    ["a.pdf.exe", "type_not_accepted"],
    ["a.html", "type_not_accepted"],
    ["a.docm", "type_not_accepted"],
    ["noextension", "extension_missing"],
    ["", "extension_missing"],
    ["a.pdf\0.exe", "type_not_accepted"],
    ["x/.pdf", "base_name_missing"],
    [".pdf", "base_name_missing"],
    [" .pdf", "base_name_missing"],
    ["\u202E.pdf", "base_name_missing"],
    ["..pdf", "base_name_missing"],
    ["IMG_0001.HEIC", "heic"],
  ])("is refused for %j (%s)", (name, code) => {
    expect(claimedType(name)).toMatchObject({ refused: { code, status: 415 } });
  });

  it("has advice for iPhone photos", () => {
    expect(claimedType("IMG_0001.heic")).toMatchObject({
      refused: { message: expect.stringContaining("Most compatible") },
    });
  });
});

describe("Content-Disposition", () => {
  it("is an attachment with a plain and an encoded name", () => {
    expect(contentDisposition("Résumé (2).pdf", "pdf")).toBe(
      "attachment; filename=\"document.pdf\"; filename*=UTF-8''R%C3%A9sum%C3%A9%20%282%29.pdf",
    );
  });

  it.each([
    "../../etc/passwd.pdf",
    "C:\\x.pdf",
    `${"x".repeat(300)}.pdf`,
    "nul\0.pdf",
    "a\r\nSet-Cookie: x=1.pdf",
    '"; filename="evil.exe.pdf',
    "it's 100%; *.pdf",
    "😀.pdf",
    "جواز.pdf",
    "a\u202Efdp.pdf",
    "\ud800.pdf",
    "",
  ])("is one line of the RFC 6266 grammar for %j", (name) => {
    const header = contentDisposition(name, "pdf");
    expect(header).toMatch(
      /^attachment; filename="document\.pdf"; filename\*=UTF-8''(?:[A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-F]{2})+$/,
    );
    const encoded = header.split("UTF-8''")[1] ?? "";
    expect(decodeURIComponent(encoded)).toBe(displayName(name) || "document.pdf");
  });
});
