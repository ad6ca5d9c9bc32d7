/** SQLSTATEs of a server that is not there: connection lost, shutting down, starting, out of connections. */
const UNREACHABLE_STATES = /^(?:08...|57P0[123]|53300)$/;
const UNREACHABLE_ERRNOS = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "ETIMEDOUT",
  "EPIPE",
  "EHOSTUNREACH",
]);
/** pg has no codes of its own for these. */
const UNREACHABLE_MESSAGES =
  /^(?:timeout exceeded when trying to connect|Query read timeout|Connection terminated|Client has encountered a connection error)/;

function saysUnreachable(error: Error): boolean {
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const ofASocket =
    "syscall" in error &&
    (error.syscall === "connect" || error.syscall === "read" || error.syscall === "write");
  if (UNREACHABLE_STATES.test(code)) return true;
  return (ofASocket && UNREACHABLE_ERRNOS.has(code)) || UNREACHABLE_MESSAGES.test(error.message);
}

/** What the driver says of a statement that is not answered in time. */
const HANGS = "Query read timeout";

/** The same, for who waits with a patience of their own. */
export function queryHangs(): Error {
  return new Error(HANGS);
}

/** Whether this error says that the server took a statement and did not answer. */
export function isHang(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current.message === HANGS) return true;
  }
  return false;
}

/** Whether this error says that the database cannot be reached, rather than that a statement was wrong. */
export function isConnectionFailure(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (saysUnreachable(current)) return true;
  }
  return false;
}
