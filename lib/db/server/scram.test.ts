import { expect, it } from "vitest";
import { scramVerifier } from "@/lib/db/server/scram";

it("has PostgreSQL's form, holds no password, and is the same each time for the same one", () => {
  const verifier = scramVerifier("correct horse");
  expect(verifier).toMatch(
    /^SCRAM-SHA-256\$4096:[A-Za-z0-9+/]{22}==\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$/,
  );
  expect(verifier).not.toContain("horse");
  expect(scramVerifier("correct horse")).toBe(verifier);
  expect(scramVerifier("correct house")).not.toBe(verifier);
});
