import { describe, expect, it } from "vitest";
import { madeFromWords, previewOf, QUOTAS, quotaFault, readRange, senderOf } from "./rules";

const nothing = { caseFiles: 0, caseBytes: 0, dayUploads: 0, dayBytes: 0 };

describe("quotas", () => {
  it("take the last file and the last byte that fit, and no more", () => {
    expect(quotaFault({ ...nothing, caseFiles: QUOTAS.caseFiles - 1 }, 1)).toBeNull();
    expect(quotaFault({ ...nothing, caseFiles: QUOTAS.caseFiles }, 1)?.code).toBe("STORAGE_FULL");
    expect(quotaFault({ ...nothing, caseBytes: QUOTAS.caseBytes - 5 }, 5)).toBeNull();
    expect(quotaFault({ ...nothing, caseBytes: QUOTAS.caseBytes - 5 }, 6)?.code).toBe("STORAGE_FULL");
    expect(quotaFault({ ...nothing, dayBytes: QUOTAS.userDayBytes }, 1)?.code).toBe("THROTTLED");
  });
});

describe("how a file may be looked at", () => {
  it.each([
    ["image/jpeg", [], "picture"],
    ["image/jpeg", ["jpeg.phone_trailer"], "picture"],
    ["application/pdf", [], "pdf"],
    ["application/pdf", ["pdf.javascript"], "download"],
    ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", [], "download"],
  ])("%s with %j: %s", (mediaType, flags, preview) => {
    expect(previewOf({ mediaType, flags })).toBe(preview);
  });
});

describe("ranges", () => {
  it.each([
    [null, null],
    ["bytes=0-", { start: 0, end: 100 }],
    ["bytes=10-19", { start: 10, end: 20 }],
    ["bytes=90-500", { start: 90, end: 100 }],
    ["bytes=-5", { start: 95, end: 100 }],
    ["bytes=-500", { start: 0, end: 100 }],
    ["bytes=100-", "unsatisfiable"],
    ["bytes=-0", "unsatisfiable"],
    ["bytes=20-10", null],
    ["bytes=0-1,5-6", null],
    ["lines=1-2", null],
    ["bytes=-", null],
  ])("%s of 100 bytes: %j", (header, range) => {
    expect(readRange(header, 100)).toEqual(range);
  });
});

it("a file that was put together says of which pages of which files", () => {
  const part = (title: string, pages: number[]) => ({ versionId: "v", title, number: 2, pages });
  expect(madeFromWords([part("Passport", [1, 2, 3, 5])])).toBe("pages 1–3, 5 of Passport, version 2");
  expect(madeFromWords([part("Passport", [4]), part("Photo", [1])])).toBe(
    "page 4 of Passport, version 2 and page 1 of Photo, version 2",
  );
});

it("who sent a file is an account by its name, or the name that somebody without one typed", () => {
  const names = new Map([["u1", "Neha Kulkarni"]]);
  expect(senderOf({ uploadedBy: "u1", senderName: null }, names)).toBe("Neha Kulkarni");
  expect(senderOf({ uploadedBy: "a-link", senderName: "Omar Haddad" }, names)).toBe("Omar Haddad, by a link");
  expect(senderOf({ uploadedBy: "gone", senderName: null }, names)).toBe("Somebody");
});
