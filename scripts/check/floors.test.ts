import { describe, expect, test } from "vitest";
import { floorFaults, installedFaults, isBelow } from "./floors";

const floors = { nodemailer: "9.1.1", "brace-expansion": { "5": "5.0.8" }, banned: ["xlsx"] };
const locked = (
  packages: Record<string, { version: string; name?: string; hasInstallScript?: boolean }>,
) => ({
  packages: { "": {}, ...packages },
});

describe("floors", () => {
  test("a version at or above its floor passes, one below is named with its path", () => {
    expect(floorFaults(locked({ "node_modules/nodemailer": { version: "9.1.1" } }), floors, {})).toEqual([]);
    expect(floorFaults(locked({ "node_modules/nodemailer": { version: "9.1.0" } }), floors, {})).toEqual([
      "node_modules/nodemailer: 9.1.0 is below the floor 9.1.1",
    ]);
  });

  test("nested copies and aliases are found", () => {
    const lockfile = locked({
      "node_modules/next-auth/node_modules/nodemailer": { version: "7.0.0" },
      "node_modules/mailer": { version: "6.0.0", name: "nodemailer" },
    });
    expect(floorFaults(lockfile, floors, {})).toHaveLength(2);
  });

  test("a floor for one major version leaves the others alone", () => {
    const lockfile = locked({
      "node_modules/brace-expansion": { version: "1.1.22" },
      "node_modules/glob/node_modules/brace-expansion": { version: "5.0.7" },
    });
    expect(floorFaults(lockfile, floors, {})).toEqual([
      "node_modules/glob/node_modules/brace-expansion: 5.0.7 is below the floor 5.0.8",
    ]);
  });

  test("an entry without a version cannot be judged, so it is a fault", () => {
    expect(floorFaults({ packages: { "": {}, "node_modules/nodemailer": {} } }, floors, {})).toEqual([
      "node_modules/nodemailer: no version is locked",
    ]);
  });

  test("a banned package is refused at any version", () => {
    expect(floorFaults(locked({ "node_modules/xlsx": { version: "99.0.0" } }), floors, {})).toEqual([
      "node_modules/xlsx: xlsx is banned",
    ]);
  });

  test("an install script needs a decision, either way", () => {
    const lockfile = locked({ "node_modules/esbuild": { version: "0.28.2", hasInstallScript: true } });
    expect(floorFaults(lockfile, floors, {})).toHaveLength(1);
    expect(floorFaults(lockfile, floors, { esbuild: false })).toEqual([]);
  });

  test.each([
    ["9.1.1", "9.1.1", false],
    ["9.1.1-beta.1", "9.1.1", true],
    ["9.1.2-beta.1", "9.1.1", false],
    ["10.0.0", "9.1.1", false],
    ["9.1.1+build-5", "9.1.1", false],
    ["not-a-version", "9.1.1", true],
  ])("%s below %s: %s", (version, floor, below) => {
    expect(isBelow(version, floor)).toBe(below);
  });
});

test("what is installed must be what is locked", () => {
  const lockfile = locked({ "node_modules/pg": { version: "8.23.1" } });
  expect(installedFaults(lockfile, locked({ "node_modules/pg": { version: "8.23.1" } }))).toEqual([]);
  expect(installedFaults(lockfile, locked({ "node_modules/pg": { version: "8.0.0" } }))).toEqual([
    "node_modules/pg: 8.0.0 is installed, 8.23.1 is locked",
  ]);
});
