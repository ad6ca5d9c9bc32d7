import "server-only";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { decodeMessage, encodeMessage, readToEnd } from "@/lib/encoding/message";
import { residentBytes } from "@/lib/encoding/resident-bytes";
import type { EncodingFailure } from "@/lib/encoding/types";

export interface ChildLimits {
  readonly milliseconds: number;
  /** Of resident memory. */
  readonly residentBytes: number;
}

/** The bar of SECURITY.md 5.7. */
export const CHILD_LIMITS: ChildLimits = { milliseconds: 20_000, residentBytes: 512 * 1024 * 1024 };

/** No honest answer is longer: a document has at most 25 MiB, and a slot a few of them. */
const MAX_REPLY_BYTES = 512 * 1024 * 1024;
/** How often its memory is looked at: what it can take in between is small beside the limit. */
const WATCH_MILLISECONDS = 50;

export type ChildReply =
  | { readonly ok: true; readonly header: unknown; readonly parts: readonly Buffer[] }
  | { readonly ok: false; readonly failure: EncodingFailure };

/**
 * Runs a TypeScript program of ours in a process of its own and gives back its one answer. The process has an empty
 * environment: no database, no keyring; it gets bytes by pipe and is killed at the limits. A killed, crashed or
 * silent child is a failure of the document, never of the caller. Throws only if no process can be started.
 */
export async function runChild(
  program: string,
  message: { readonly header: object; readonly parts: readonly Buffer[] },
  limits: ChildLimits = CHILD_LIMITS,
): Promise<ChildReply> {
  // A heap of three quarters of the limit: JavaScript's own garbage is collected before the process is killed.
  const heapMegabytes = Math.round((limits.residentBytes / 1024 / 1024) * 0.75);
  const flags = [`--max-old-space-size=${heapMegabytes}`, "--conditions=react-server", "--import", "tsx"];
  const child = spawn(process.execPath, [...flags, program], {
    env: {} as NodeJS.ProcessEnv,
    stdio: ["pipe", "pipe", "ignore"],
  });
  const ended = once(child, "exit") as Promise<[number | null, NodeJS.Signals | null]>;
  const guard = watch(child, limits);
  try {
    const [reply] = await Promise.all([
      readToEnd(child.stdout, MAX_REPLY_BYTES).catch(() => (guard.stop("too_large_in_memory"), null)),
      // The child may end before it has read everything: what it answered decides.
      pipeline(Readable.from(encodeMessage(message.header, message.parts)), child.stdin).catch(
        () => undefined,
      ),
    ]);
    const [code, signal] = await ended;
    const whole = reply === null || code !== 0 ? null : decodeMessage(reply);
    if (whole !== null) return { ok: true, ...whole };
    return { ok: false, failure: guard.reason() ?? failureOf(signal) };
  } finally {
    guard.end();
  }
}

/** What an end by itself means. The system kills what is too large; a decoder that crashed was given rubbish. */
function failureOf(signal: NodeJS.Signals | null): EncodingFailure {
  return signal === "SIGKILL" || signal === "SIGABRT" ? "too_large_in_memory" : "damaged";
}

/** Kills the child at its limits, and remembers which one it was. */
function watch(child: ChildProcess, limits: ChildLimits) {
  let reason: EncodingFailure | null = null;
  const stop = (failure: EncodingFailure) => {
    reason ??= failure;
    child.kill("SIGKILL");
  };
  const timer = setTimeout(() => stop("timed_out"), limits.milliseconds);
  const memory = setInterval(() => {
    if (child.pid !== undefined && residentBytes(child.pid) > limits.residentBytes)
      stop("too_large_in_memory");
  }, WATCH_MILLISECONDS);
  return {
    stop,
    reason: () => reason,
    end() {
      clearTimeout(timer);
      clearInterval(memory);
      child.kill("SIGKILL");
    },
  };
}
