import "server-only";

import { hkdfSync, randomBytes } from "node:crypto";

import { z } from "zod";

import {
  decryptAuthenticated,
  encryptAuthenticated,
  KEY_BYTES,
  NONCE_BYTES,
} from "@/lib/storage/authenticated-cipher";
import { lengthPrefixed } from "@/lib/storage/byte-encoding";
import { StorageError } from "@/lib/storage/storage-error";

const FORMAT = "landfall-keyring-1";
const SEAL_VERSION = 1;
const KEY_ID = /^[a-z0-9-]{1,40}$/;

const secret = z
  .base64()
  .refine((text) => Buffer.from(text, "base64").length === KEY_BYTES, "must be 32 bytes");
const keySet = z
  .strictObject({ active: z.string().regex(KEY_ID), keys: z.record(z.string().regex(KEY_ID), secret) })
  .refine((set) => Object.hasOwn(set.keys, set.active), "the active key is not in the set");
const keyringFile = z.strictObject({
  format: z.literal(FORMAT),
  /** Wrap the keys of files and seal small secrets. */
  master: keySet,
  /** Peppers of passwords: Argon2id's `secret`. */
  pepper: keySet,
  /** Encrypt backups. */
  backup: keySet,
  /** Everything that can be derived is derived from this one. */
  root: secret,
});

type KeyringContents = z.infer<typeof keyringFile>;

/** The purposes for which the keyring holds numbered keys. */
export type KeyPurpose = "master" | "pepper" | "backup";

/** A key and the id under which it is found again after a newer one has become active. */
export interface NamedKey {
  readonly id: string;
  readonly key: Buffer;
}

/** All secrets of one installation. The private field keeps them out of logs, JSON and `util.inspect`. */
export class Keyring {
  readonly #contents: KeyringContents;

  private constructor(contents: KeyringContents) {
    this.#contents = contents;
  }

  /** Reads the text of a keyring file. Throws `keyring_unusable` without quoting what it read. */
  static parse(text: string): Keyring {
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      throw new StorageError("keyring_unusable", "it is not JSON");
    }
    const parsed = keyringFile.safeParse(json);
    if (parsed.success) return new Keyring(parsed.data);
    const where = parsed.error.issues.map((issue) => issue.path.join(".") || "the whole file").join(", ");
    throw new StorageError("keyring_unusable", `its contents are not valid at: ${where}`);
  }

  /** A new keyring with one fresh key for each purpose. */
  static generate(): Keyring {
    return new Keyring({
      format: FORMAT,
      master: newKeySet("master"),
      pepper: newKeySet("pepper"),
      backup: newKeySet("backup"),
      root: randomBytes(KEY_BYTES).toString("base64"),
    });
  }

  /** The text to store. Whoever reads it can read every document. */
  serialize(): string {
    return `${JSON.stringify(this.#contents, null, 2)}\n`;
  }

  /** The key to use for new work. */
  activeKey(purpose: KeyPurpose): NamedKey {
    const id = this.#contents[purpose].active;
    return { id, key: this.key(purpose, id) };
  }

  /** The key that was used for earlier work. Throws `key_missing`. */
  key(purpose: KeyPurpose, id: string): Buffer {
    const keys = this.#contents[purpose].keys;
    const text = Object.hasOwn(keys, id) ? keys[id] : undefined;
    if (text === undefined)
      throw new StorageError("key_missing", `The keyring has no ${purpose} key "${id}".`);
    return Buffer.from(text, "base64");
  }

  /** Base of `deriveSecret`. */
  rootSecret(): Buffer {
    return Buffer.from(this.#contents.root, "base64");
  }
}

function newKeySet(purpose: KeyPurpose): KeyringContents["master"] {
  const id = `${purpose}-${randomBytes(6).toString("hex")}`;
  return { active: id, keys: { [id]: randomBytes(KEY_BYTES).toString("base64") } };
}

/** A 32-byte secret for one purpose, the same on every host with this keyring (HKDF-SHA256). */
export function deriveSecret(keyring: Keyring, purpose: string): Buffer {
  return expand(keyring.rootSecret(), `derived/${purpose}`);
}

/**
 * Encrypts a small secret for a `bytea` column. `aad` says what it is and whose (`totp:<userId>`): a sealed
 * secret copied to another row does not open there.
 */
export function seal(keyring: Keyring, aad: string, plaintext: Uint8Array | string): Buffer {
  const { id, key } = keyring.activeKey("master");
  const nonce = randomBytes(NONCE_BYTES);
  const bytes = typeof plaintext === "string" ? Buffer.from(plaintext, "utf8") : plaintext;
  const sealed = encryptAuthenticated(expand(key, "seal"), nonce, lengthPrefixed(aad, id), bytes);
  return Buffer.concat([Buffer.of(SEAL_VERSION, id.length), Buffer.from(id, "latin1"), nonce, sealed]);
}

/** Opens what `seal` made with the same `aad`. Throws `seal_invalid`, or `key_missing` for a removed key. */
export function open(keyring: Keyring, aad: string, sealed: Buffer): Buffer {
  const idEnd = 2 + (sealed[1] ?? 0);
  const id = sealed.toString("latin1", 2, idEnd);
  if (sealed[0] !== SEAL_VERSION || !KEY_ID.test(id)) {
    throw new StorageError("seal_invalid", "This is not a sealed secret.");
  }
  const key = expand(keyring.key("master", id), "seal");
  const opened = openNonceFirst(key, lengthPrefixed(aad, id), sealed.subarray(idEnd));
  if (opened === null) throw new StorageError("seal_invalid", "The sealed secret does not open.");
  return opened;
}

/** A file's key as it is stored beside the file's row. */
export interface WrappedKey {
  readonly keyId: string;
  readonly wrappedKey: Buffer;
}

/** Encrypts a file's key under the active master key, bound to the file (SECURITY.md 5.8). */
export function wrapFileKey(keyring: Keyring, fileId: string, fileKey: Buffer): WrappedKey {
  const { id, key } = keyring.activeKey("master");
  const nonce = randomBytes(NONCE_BYTES);
  const wrapped = encryptAuthenticated(expand(key, "wrap"), nonce, lengthPrefixed(fileId, id), fileKey);
  return { keyId: id, wrappedKey: Buffer.concat([nonce, wrapped]) };
}

/** The inverse of `wrapFileKey`. Throws `seal_invalid` when it belongs to another file or was altered. */
export function unwrapFileKey(keyring: Keyring, fileId: string, wrapped: WrappedKey): Buffer {
  const key = expand(keyring.key("master", wrapped.keyId), "wrap");
  const fileKey = openNonceFirst(key, lengthPrefixed(fileId, wrapped.keyId), wrapped.wrappedKey);
  if (fileKey === null) throw new StorageError("seal_invalid", `The key of file ${fileId} does not open.`);
  return fileKey;
}

function openNonceFirst(key: Buffer, aad: Buffer, bytes: Buffer): Buffer | null {
  if (bytes.length < NONCE_BYTES) return null;
  return decryptAuthenticated(key, bytes.subarray(0, NONCE_BYTES), aad, bytes.subarray(NONCE_BYTES));
}

/** One key, one use: wrapping and sealing never share a key, nor their nonces. */
function expand(key: Buffer, label: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, Buffer.alloc(0), `landfall/v1/${label}`, KEY_BYTES));
}
