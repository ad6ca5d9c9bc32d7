import { expect, it } from "vitest";
import { isSameOrigin } from "./request-origin";

const own = "https://landfall.example";

it.each([
  [true, "our own page", { origin: own, "sec-fetch-site": "same-origin" }],
  [true, "an old browser without fetch metadata", { origin: own }],
  [false, "no origin", { "sec-fetch-site": "same-origin" }],
  [false, "a foreign origin", { origin: "https://evil.example" }],
  [false, "the null origin of a sandbox", { origin: "null" }],
  [
    false,
    "a forged host",
    { origin: "https://evil.example", host: "evil.example", "x-forwarded-host": "evil.example" },
  ],
  [false, "a sister host", { origin: own, "sec-fetch-site": "same-site" }],
  [false, "our origin over http", { origin: "http://landfall.example" }],
])("%s: %s", (expected, _what, headers) => {
  expect(isSameOrigin(new Headers(headers), own)).toBe(expected);
});
