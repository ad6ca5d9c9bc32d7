import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { preparePasswords } from "@/lib/auth/password";
import { startWatchdog } from "@/lib/jobs/watchdog";
import { RECEIVE_LIMITS } from "@/lib/storage/limits";
import { failedRecently } from "./database-pulse";
import { env } from "./env";
import { guardConsole, logUnexpected } from "./logger";
import { runtime } from "./runtime";

/** What Node publishes when the head of a request has come. */
interface RequestStart {
  request: IncomingMessage;
  response: ServerResponse;
  server: Server;
}

/** Seconds. */
const RETRY_AFTER = "5";

/**
 * Appends the socket's address to `X-Forwarded-For`, as a proxy does. Next fills that header only when it is
 * absent, so without this any caller could choose the address that throttling counts.
 */
function appendSocketAddress(request: IncomingMessage): void {
  const forwarded = request.headers["x-forwarded-for"];
  const before = Array.isArray(forwarded) ? forwarded.join(", ") : forwarded;
  const socketAddress = request.socket.remoteAddress ?? "";
  request.headers["x-forwarded-for"] = before ? `${before}, ${socketAddress}` : socketAddress;
}

/**
 * The fetch standard knows no TRACE, so Next cannot represent one and fails with 500. As OPTIONS, which nothing
 * of ours answers either, it is refused like every other method (405).
 */
function neverTrace(request: IncomingMessage): void {
  if (request.method === "TRACE") request.method = "OPTIONS";
}

/**
 * A page that lost the database in the middle is 500 to Next, which knows no other status for an error. While
 * that is the reason it is 503 with Retry-After, as it is for a page asked for a moment later (6.7).
 */
function answerUnavailable(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (
    status: number,
    ...rest: unknown[]
  ) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]) => {
    const lost = status === 500 && failedRecently();
    if (lost && !response.headersSent) response.setHeader("retry-after", RETRY_AFTER);
    return writeHead(lost ? 503 : status, ...rest);
  };
}

/** Milliseconds that Node waits for a whole request beyond what our own reader allows an upload. */
const REQUEST_GRACE = 60_000;

/**
 * Node ends a request whose body takes longer than five minutes; an upload may take ten, and its own reader
 * ends it (SECURITY.md 5.7). The limit is read at each of Node's checks, so a server that listens takes it too.
 */
function allowLongUploads(server: Server): void {
  server.requestTimeout = RECEIVE_LIMITS.totalMs + REQUEST_GRACE;
}

/** Prepares the web process before its first request; a database or keyring that is late does not stop it. */
export async function startWebProcess(): Promise<void> {
  // Whoever develops wants to read the framework's errors whole.
  if (env().nodeEnv === "production") guardConsole(globalThis.console);
  subscribe("http.server.request.start", (message) => {
    const { request, response, server } = message as RequestStart;
    allowLongUploads(server);
    appendSocketAddress(request);
    neverTrace(request);
    answerUnavailable(response);
  });
  try {
    const opened = await runtime();
    startWatchdog(opened);
    await preparePasswords(opened.deps.keyring);
  } catch (error) {
    logUnexpected(error, null);
  }
}
