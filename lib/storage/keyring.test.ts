import { inspect } from "node:util";
import { describe, expect, it } from "vitest";

import { deriveSecret, Keyring, open, seal, unwrapFileKey, wrapFileKey } from "@/lib/storage/keyring";

const FILE = "11111111-1111-4111-8111-111111111111";
const OTHER_FILE = "22222222-2222-4222-8222-222222222222";

interface Contents {
  master: { active: string; keys: Record<string, string> };
  backup: { active: string };
  root: string;
}

function contentsOf(keyring: Keyring): Contents {
  return JSON.parse(keyring.serialize()) as Contents;
}

/** What a rotation leaves: the old keys kept, new ones active. */
function rotated(keyring: Keyring, { dropOld = false } = {}): Keyring {
  const old = contentsOf(keyring);
  const fresh = contentsOf(Keyring.generate());
  const keys = dropOld ? fresh.master.keys : { ...old.master.keys, ...fresh.master.keys };
  return Keyring.parse(JSON.stringify({ ...old, master: { active: fresh.master.active, keys } }));
}

describe("a keyring", () => {
  it("reads back what it wrote", () => {
    const keyring = Keyring.generate();
    const again = Keyring.parse(keyring.serialize());
    for (const purpose of ["master", "pepper", "backup"] as const) {
      expect(again.activeKey(purpose)).toEqual(keyring.activeKey(purpose));
      expect(again.activeKey(purpose).key).toHaveLength(32);
    }
  });

  it("has different secrets every time", () => {
    expect(Keyring.generate().rootSecret()).not.toEqual(Keyring.generate().rootSecret());
  });

  it("shows nothing when logged", () => {
    const keyring = Keyring.generate();
    const secret = keyring.rootSecret().toString("base64");
    expect(`${inspect(keyring, { depth: 9, showHidden: true })}${JSON.stringify(keyring)}`).not.toContain(
      secret,
    );
  });

  it("says which part is wrong without quoting it", () => {
    const contents = contentsOf(Keyring.generate());
    contents.backup.active = "gone";
    expect(() => Keyring.parse(JSON.stringify(contents))).toThrow("not valid at: backup");
    contents.root = "c2hvcnQ=";
    expect(() => Keyring.parse(JSON.stringify(contents))).not.toThrow("c2hvcnQ=");
    expect(() => Keyring.parse("{")).toThrow("it is not JSON");
  });

  it("never takes an id for a property of the object", () => {
    expect(() => Keyring.generate().key("master", "constructor")).toThrow('no master key "constructor"');
  });
});

describe("derived secrets", () => {
  it("are the same for one purpose and differ between purposes and keyrings", () => {
    const keyring = Keyring.generate();
    const portal = deriveSecret(keyring, "database/landfall_portal");
    expect(portal).toHaveLength(32);
    expect(deriveSecret(Keyring.parse(keyring.serialize()), "database/landfall_portal")).toEqual(portal);
    expect(deriveSecret(keyring, "database/landfall_app")).not.toEqual(portal);
    expect(deriveSecret(Keyring.generate(), "database/landfall_portal")).not.toEqual(portal);
  });
});

describe("sealed secrets", () => {
  const keyring = Keyring.generate();

  it("open for what they were sealed for", () => {
    expect(open(keyring, "totp:u1", seal(keyring, "totp:u1", "seed")).toString()).toBe("seed");
    expect(open(keyring, "empty", seal(keyring, "empty", ""))).toHaveLength(0);
  });

  it("do not open for another owner or under another keyring", () => {
    const sealed = seal(keyring, "totp:u1", "seed");
    expect(() => open(keyring, "totp:u2", sealed)).toThrow("does not open");
    expect(() => open(Keyring.generate(), "totp:u1", sealed)).toThrow("no master key");
  });

  it("never come out the same twice", () => {
    expect(seal(keyring, "a", "b")).not.toEqual(seal(keyring, "a", "b"));
  });

  it("fail for every single altered bit and every shorter length", () => {
    const sealed = seal(keyring, "totp:u1", "seed");
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const altered = Buffer.from(sealed);
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => open(keyring, "totp:u1", altered)).toThrow();
    }
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => open(keyring, "totp:u1", sealed.subarray(0, length))).toThrow();
    }
  });

  it("still open after a rotation, until the old key is removed", () => {
    const sealed = seal(keyring, "totp:u1", "seed");
    expect(open(rotated(keyring), "totp:u1", sealed).toString()).toBe("seed");
    expect(() => open(rotated(keyring, { dropOld: true }), "totp:u1", sealed)).toThrow("no master key");
  });
});

describe("wrapped file keys", () => {
  const keyring = Keyring.generate();
  const fileKey = Buffer.alloc(32, 7);

  it("open for their file only", () => {
    const wrapped = wrapFileKey(keyring, FILE, fileKey);
    expect(unwrapFileKey(keyring, FILE, wrapped)).toEqual(fileKey);
    expect(() => unwrapFileKey(keyring, OTHER_FILE, wrapped)).toThrow("does not open");
  });

  it("do not open when relabelled with another key's id", () => {
    const both = rotated(keyring);
    const wrapped = wrapFileKey(keyring, FILE, fileKey);
    expect(() => unwrapFileKey(both, FILE, { ...wrapped, keyId: both.activeKey("master").id })).toThrow(
      "does not open",
    );
  });

  it("are wrapped by the new key after a rotation", () => {
    const both = rotated(keyring);
    const rewrapped = wrapFileKey(both, FILE, unwrapFileKey(both, FILE, wrapFileKey(keyring, FILE, fileKey)));
    expect(unwrapFileKey(rotated(both, { dropOld: false }), FILE, rewrapped)).toEqual(fileKey);
    expect(rewrapped.keyId).toBe(both.activeKey("master").id);
  });
});
