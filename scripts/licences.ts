import { readFileSync, writeFileSync } from "node:fs";
import type { Lockfile } from "./check/floors";
import { licencePage, type LicencePolicy } from "./check/licences";

/** `npm run licences`: writes docs/licences.md from what is locked. */
const lockfile = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lockfile;
const { stated } = JSON.parse(readFileSync("security/licences.json", "utf8")) as LicencePolicy;
writeFileSync("docs/licences.md", licencePage(lockfile, stated));
