import { once } from "node:events";
import { createConnection, createServer, type AddressInfo, type Server } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { monotonicMilliseconds } from "./clock";
import { withPatience } from "./patience";

let server: Server;
let port = 0;

beforeAll(async () => {
  // Answers at once, unless it is asked to be silent.
  server = createServer((socket) => socket.on("data", (asked) => String(asked) === "?" && socket.write("!")));
  await once(server.listen(0, "127.0.0.1"), "listening");
  ({ port } = server.address() as AddressInfo);
});

afterAll(() => void server.close());

const late = () => new Error("late");

async function ask(word: string): Promise<{ answer: Promise<unknown>; end: () => void }> {
  const socket = createConnection(port, "127.0.0.1");
  await once(socket, "connect");
  socket.write(word);
  return { answer: once(socket, "data"), end: () => void socket.destroy() };
}

/** Keeps this process from reading anything. */
function block(milliseconds: number): void {
  const until = monotonicMilliseconds() + milliseconds;
  while (monotonicMilliseconds() < until);
}

it("takes an answer that came while the process was busy", async () => {
  const { answer, end } = await ask("?");
  // The server runs in this process too: it has to have answered before the loop is blocked.
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  const waiting = withPatience(answer, 20, late);
  block(80);
  await expect(waiting).resolves.toBeDefined();
  end();
});

it("gives up on one that does not come", async () => {
  const { answer, end } = await ask("silence");
  await expect(withPatience(answer, 20, late)).rejects.toThrow("late");
  end();
});

it("passes a failure on", async () => {
  await expect(withPatience(Promise.reject(new Error("broken")), 1_000, late)).rejects.toThrow("broken");
});
