import { describe, expect, it } from "vitest";
import { isId, newId } from "@/lib/ids/id";
import { hashToken, newToken } from "@/lib/ids/token";

describe("ids", () => {
  it("makes a different version 4 UUID each time", () => {
    const [first, second] = [newId<"Case">(), newId<"Case">()];
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect(first).not.toBe(second);
  });

  it.each([
    ["7d444840-9dc0-11d1-b245-5ffdce74fad2", true],
    ["7D444840-9DC0-11D1-B245-5FFDCE74FAD2", false],
    ["7d4448409dc011d1b2455ffdce74fad2", false],
    ["1 or 1=1", false],
    ["", false],
  ])("knows whether %j is an id", (text, expected) => {
    expect(isId(text)).toBe(expected);
  });
});

describe("tokens", () => {
  it("carry 256 bits and are looked up by their SHA-256", () => {
    const token = newToken();
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(hashToken("landfall").toString("hex")).toBe(
      "4606e6343602734442f2c2594d5b3a2298fac051ab83a6ce48d863da72e8dc93",
    );
  });
});
