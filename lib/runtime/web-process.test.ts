import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { RECEIVE_LIMITS } from "@/lib/storage/limits";
import { startWebProcess } from "./web-process";

vi.mock("./runtime", () => ({ runtime: () => Promise.resolve({ deps: { keyring: null } }) }));
vi.mock("@/lib/auth/password", () => ({ preparePasswords: () => Promise.resolve() }));

let server: Server | undefined;

beforeAll(() => startWebProcess());
afterEach(() => server?.close());

it("lets a slow upload take the ten minutes it is given, where Node would end it after five", async () => {
  server = createServer((_request, response) => response.end("ok"));
  server.listen(0, "localhost");
  await once(server, "listening");
  expect(server.requestTimeout).toBeLessThan(RECEIVE_LIMITS.totalMs);
  await fetch(`http://localhost:${(server.address() as AddressInfo).port}/`);
  expect(server.requestTimeout).toBeGreaterThan(RECEIVE_LIMITS.totalMs);
  // Who never finishes the head of a request waits as short as before.
  expect(server.headersTimeout).toBeLessThanOrEqual(60_000);
});
