import "server-only";
import { hash, verify, type Options } from "@node-rs/argon2";
import { AppError } from "@/lib/errors/app-error";
import type { Keyring } from "@/lib/storage/keyring";
import { normalisePassword } from "./password-rules";

/** Argon2id (the library's default), m=64 MiB, t=3, p=1, 16-byte salt, 32-byte tag (SECURITY.md 5.1). */
const PARAMETERS: Options = {
  memoryCost: 65_536,
  timeCost: 3,
  parallelism: 1,
  outputLen: 32,
};
const PARAMETERS_PREFIX = "$argon2id$v=19$m=65536,t=3,p=1$";

/** Each hash holds 64 MiB and a core for 60 ms: two at once, a short queue, then "come back later". */
const AT_ONCE = 2;
const QUEUE_LENGTH = 32;
const BUSY_RETRY_SECONDS = 5;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= QUEUE_LENGTH) {
      throw new AppError("UNAVAILABLE", "Too many people are signing in at this moment. Please try again.", {
        retryAfter: BUSY_RETRY_SECONDS,
      });
    }
    // Whoever finishes hands its place over, so `running` stays as it is.
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** A stored password: a PHC string, and the id of the pepper it was made with. */
export interface StoredPassword {
  passwordHash: string;
  passwordKeyId: string;
}

/** Hashes a new password. Throws UNAVAILABLE when the queue is full. */
export async function hashPassword(keyring: Keyring, typed: string): Promise<StoredPassword> {
  const pepper = keyring.activeKey("pepper");
  const passwordHash = await inTurn(() =>
    hash(normalisePassword(typed), { ...PARAMETERS, secret: pepper.key }),
  );
  return { passwordHash, passwordKeyId: pepper.id };
}

export interface Verdict {
  right: boolean;
  /** The parameters or the pepper have changed since: hash it again while the password is at hand. */
  outdated: boolean;
}

const dummies = new WeakMap<Keyring, Promise<StoredPassword>>();

/** A password nobody has, so that an unknown address takes as long as a wrong password. */
function dummyOf(keyring: Keyring): Promise<StoredPassword> {
  const dummy = dummies.get(keyring) ?? hashPassword(keyring, "no account has this password");
  dummies.set(keyring, dummy);
  return dummy;
}

/** Makes the dummy ahead of the first sign-in, which would otherwise take twice as long. */
export async function preparePasswords(keyring: Keyring): Promise<void> {
  await dummyOf(keyring);
}

/** Whether the password is right; always false, in the same time, without a stored one. */
export async function verifyPassword(
  keyring: Keyring,
  stored: StoredPassword | null,
  typed: string,
): Promise<Verdict> {
  const { passwordHash, passwordKeyId } = stored ?? (await dummyOf(keyring));
  const secret = keyring.key("pepper", passwordKeyId);
  const matches = await inTurn(() => verify(passwordHash, normalisePassword(typed), { secret }));
  const outdated =
    !passwordHash.startsWith(PARAMETERS_PREFIX) || passwordKeyId !== keyring.activeKey("pepper").id;
  return { right: matches && stored !== null, outdated };
}
