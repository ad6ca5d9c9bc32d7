import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Lockfile } from "./floors";
import { licenceFaults, licencePage, shippedPackages } from "./licences";

const policy = { accepted: ["MIT", "OFL-1.1"], stated: { "png-js": "MIT" } };
/** What npm calls a component that only development needs. */
const FOR_DEVELOPMENT = "cdx:npm:package:development";

interface Component {
  name: string;
  version: string;
  properties: { name: string }[];
}

const locked = (packages: Lockfile["packages"]): Lockfile => ({ packages: { "": {}, ...packages } });

describe("licences", () => {
  test.each([
    ["MIT", true],
    ["GPL-3.0-only", false],
    ["(GPL-3.0-only OR MIT)", true],
    ["MIT AND OFL-1.1", true],
    ["MIT AND GPL-3.0-only", false],
    [undefined, false],
  ])("%s is accepted: %s", (license, accepted) => {
    const lockfile = locked({ "node_modules/a": { version: "1.0.0", ...(license && { license }) } });
    expect(licenceFaults(lockfile, policy)).toHaveLength(accepted ? 0 : 1);
  });

  test("a package that states none needs the one of its LICENSE file in the policy", () => {
    expect(licenceFaults(locked({ "node_modules/png-js": { version: "2.0.0" } }), policy)).toEqual([]);
    expect(licenceFaults(locked({ "node_modules/jpg-js": { version: "2.0.0" } }), policy)).toEqual([
      "jpg-js 2.0.0: its licence is unknown; say it in security/licences.json",
    ]);
  });

  test("what only development needs is not shipped; a package in two places is listed once", () => {
    const lockfile = locked({
      "node_modules/tool": { version: "1.0.0", license: "GPL-3.0-only", dev: true },
      "node_modules/a": { version: "1.0.0", license: "MIT" },
      "node_modules/b/node_modules/a": { version: "1.0.0", license: "MIT" },
    });
    expect(licenceFaults(lockfile, policy)).toEqual([]);
    expect(licencePage(lockfile, {}).match(/^\| a \|/gm)).toHaveLength(1);
  });
});

test("the bill of materials (npm run sbom) holds every package that runs here in its locked version, and marks the tools", () => {
  const { sbom } = (JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { sbom: string } })
    .scripts;
  const [npm = "", ...args] = sbom.split(" ");
  const written = execFileSync(npm, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const bill = JSON.parse(written) as { components: Component[] };
  const ships = bill.components.filter(
    ({ properties }) => !properties.some(({ name }) => name === FOR_DEVELOPMENT),
  );
  const installed = JSON.parse(readFileSync("node_modules/.package-lock.json", "utf8")) as Lockfile;
  const expected = shippedPackages(installed, {}).map(({ name, version }) => `${name}@${version}`);
  expect(new Set(ships.map(({ name, version }) => `${name}@${version}`))).toEqual(new Set(expected));
}, 60_000);
