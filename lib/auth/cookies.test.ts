import { expect, it } from "vitest";
import { authCookies } from "./cookies";

it("on https every cookie is bound to this host, its root and a safe line", () => {
  expect(authCookies("https://firm.example")).toEqual({
    session: "__Host-landfall",
    device: "__Host-landfall-device",
    link: "__Host-landfall-link",
    attributes: { httpOnly: true, sameSite: "lax", path: "/", secure: true },
  });
});

it("on plain http, which only loopback may use, the prefix that browsers refuse there is dropped", () => {
  expect(authCookies("http://localhost:3000")).toMatchObject({
    session: "landfall",
    attributes: { httpOnly: true, secure: false },
  });
});
