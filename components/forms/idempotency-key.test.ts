import { describe, expect, it } from "vitest";
import { nextSend } from "./idempotency-key";

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

describe("the key of a send", () => {
  const first = nextSend(null, form({ note: "call", idempotencyKey: "of the page", $ACTION_KEY: "k1" }));

  it("is 128 bits, new each time", () => {
    expect(first.key).toMatch(/^[0-9a-f]{32}$/);
    expect(nextSend(null, form({ note: "call" })).key).not.toBe(first.key);
  });

  it("stays while the same contents are sent again, whatever key the form carries", () => {
    expect(nextSend(first, form({ note: "call", idempotencyKey: "another" })).key).toBe(first.key);
  });

  it("changes with the contents", () => {
    expect(nextSend(first, form({ note: "call today" })).key).not.toBe(first.key);
  });
});
