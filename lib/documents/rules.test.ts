import { describe, expect, it } from "vitest";
import { previewOf, QUOTAS, quotaFault, readRange } from "./rules";

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
