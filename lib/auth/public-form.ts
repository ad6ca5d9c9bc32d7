import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import type { NextRequest } from "next/server";
import { ActorContext, type Caller, type Trace } from "@/lib/command/actor-context";
import { AppError, invalid } from "@/lib/errors/app-error";
import { newToken } from "@/lib/ids/token";
import type { SystemActor } from "@/lib/policy/actor";
import type { Runtime } from "@/lib/runtime/runtime";
import { deriveSecret, type Keyring } from "@/lib/storage/keyring";
import { browserOf } from "./browser";
import { formLanes, reserveAttempt } from "./throttle";

/**
 * What keeps robots from a form that anybody may send, without a third party: a page carries a token that we signed
 * with its time, a form that comes back sooner than anybody reads is refused, each token counts once, and the number
 * of forms is bounded by network and in all.
 */

/** A page that stood open for a week has an old form; it gets a new token and loses nothing. */
const LONGEST_MS = 7 * 24 * 60 * 60 * 1000;
const TOKEN = /^([a-z0-9]{1,12})\.([\w-]{43})\.([\w-]{43})$/;

function signatureOf(keyring: Keyring, form: string, time: string, nonce: string): string {
  const secret = deriveSecret(keyring, "public-form");
  return createHmac("sha256", secret).update(`${form}:${time}:${nonce}`).digest("base64url");
}

/** A token for one filling of a form, made when its page is. */
export function issueFormToken(ctx: Pick<ActorContext, "deps" | "now">, form: string): string {
  const [time, nonce] = [ctx.now.getTime().toString(36), newToken()];
  return `${time}.${nonce}.${signatureOf(ctx.deps.keyring, form, time, nonce)}`;
}

/** How old the token is, in milliseconds; null when it is none of ours. */
function ageOfToken(ctx: Pick<ActorContext, "deps" | "now">, form: string, token: string): number | null {
  const [, time = "", nonce = "", signature = ""] = TOKEN.exec(token) ?? [];
  // As text: the last letter of base64url has bits to spare, and one token must not have several spellings.
  const given = Buffer.from(signature);
  const ours = Buffer.from(signatureOf(ctx.deps.keyring, form, time, nonce));
  if (given.length !== ours.length || !timingSafeEqual(given, ours)) return null;
  return ctx.now.getTime() - Number.parseInt(time, 36);
}

/**
 * By the database's clock. INVALID for a token that is forged, too young or too old; the code in `fieldErrors.token` is
 * for the page, and a stale page is given a new token by being loaded again.
 */
export async function assertFreshForm(
  current: Runtime,
  caller: Caller<SystemActor>,
  form: string,
  token: string,
  leastSeconds: number,
): Promise<void> {
  const age = await ActorContext.open(current.pools, current.deps, caller, "read", (ctx) =>
    Promise.resolve(ageOfToken(ctx, form, token)),
  );
  if (age === null || age > LONGEST_MS) {
    throw invalid("This page is out of date. Reload it; your answers are kept.", { token: "stale" });
  }
  if (age < leastSeconds * 1000) {
    throw invalid("That was too quick to be read. Wait a few seconds and send it again.", { token: "early" });
  }
}

/** The named actor a public form acts as, with the trace of this request. */
export function publicFormCaller(name: SystemActor["name"], trace: Trace): Caller<SystemActor> {
  return { actor: { kind: "system", name }, trace };
}

/** Counts this form against its network and against everybody. Throws THROTTLED; then nothing may be read of it. */
export async function admitPublicForm(
  current: Runtime,
  caller: Caller<SystemActor>,
  form: string,
  network: string | null,
): Promise<void> {
  await ActorContext.open(current.pools, current.deps, caller, "write", (ctx) =>
    reserveAttempt(ctx, formLanes(form, network)),
  );
}

/** The network of a route's request, as throttling counts it. */
export function networkOfRequest(current: Runtime, trace: Trace, request: NextRequest): string | null {
  return browserOf(current, trace, request).network;
}

/** The JSON of a public form, of at most `most` bytes, whatever its headers say. */
export async function readBoundedJson(request: Request, most: number): Promise<unknown> {
  if (!(request.headers.get("content-type") ?? "").startsWith("application/json")) {
    throw new AppError("WRONG_TYPE", "Send the form as JSON.");
  }
  const tooLarge = () => new AppError("TOO_LARGE", "This form is too large.");
  if (Number(request.headers.get("content-length") ?? 0) > most) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > most) {
      await reader?.cancel();
      throw tooLarge();
    }
    chunks.push(part.value);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8")) as unknown;
  } catch {
    throw invalid("This form cannot be read.");
  }
}
