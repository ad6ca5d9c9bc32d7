import { expect, test } from "vitest";
import { readCursor, writeCursor } from "./rules";

test("a cursor reads back as it was written; anything else is the first page", () => {
  const cursor = {
    ...{ score: 482, submittedAt: new Date("2026-06-16T09:41:00.000Z") },
    id: "0195aa00-0000-7000-8000-000000000001",
  };
  expect(readCursor(writeCursor(cursor))).toEqual(cursor);
  for (const text of [
    undefined,
    "",
    "x|y|z",
    "482|never|0195aa00-0000-7000-8000-000000000001",
    "482|2026-06-16",
  ]) {
    expect(readCursor(text)).toBeNull();
  }
});
