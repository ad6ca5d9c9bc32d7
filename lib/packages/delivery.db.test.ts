import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { sweepUploads } from "@/lib/jobs/tasks/sweep-uploads";
import type { OrphanSweep } from "@/lib/storage/object-store";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { letteredPdf } from "@/lib/testing/lettered-pdf";
import { testPackages } from "@/lib/testing/packages";
import { refusalOf } from "@/lib/testing/sample-facts";
import { unzipped } from "@/lib/testing/unzip";
import { arrangePackage } from "./commands/arrange-package";
import { beginPackage } from "./commands/begin-package";
import { freezePackage } from "./commands/freeze-package";
import { refreshPackage } from "./commands/refresh-package";
import { saveLetter } from "./commands/save-letter";
import { deliverPackage, MANIFEST_NAME } from "./delivery";
import type { PackageView } from "./types";

const database = testDatabase();
const firm = testFirm(database);
const packages = testPackages(database, firm);

let file: TestCase;
let built: PackageView;
let passport: Buffer;

beforeAll(async () => {
  file = await packages.invited();
  await packages.accept(file, {
    kind: "language",
    title: "CELPIP",
    bytes: await letteredPdf("celpip"),
    validUntil: "2026-12-02",
  });
  passport = await letteredPdf("passport");
  await packages.accept(file, { kind: "passport", title: "Passport", bytes: passport });
  await packages.begun(file);
  built = await packages.built(file);
});

async function downloaded(caller = firm.consultant): Promise<Buffer> {
  const { body } = await deliverPackage(firm.runtime, caller, built.id);
  return Buffer.from(await new Response(body).arrayBuffer());
}

interface Manifest {
  package_number: number;
  rules_as_of: string;
  approved: { by: string; despite_problems: string | null } | null;
  files: { name: string; sha256: string; bytes: number; pages: number; sources: { sha256: string }[] }[];
}

const manifestOf = (files: ReadonlyMap<string, Buffer>) =>
  JSON.parse(files.get(MANIFEST_NAME)?.toString() ?? "null") as Manifest;
const sha256 = (bytes: Buffer | undefined) =>
  createHash("sha256")
    .update(bytes ?? "")
    .digest("hex");

const freeze = (more: Record<string, unknown> = {}) =>
  firm.run(firm.consultant, freezePackage, {
    packageId: built.id,
    version: built.version,
    confirmed: "on",
    ...more,
  });

describe("a package that is taken out", () => {
  it("holds every file with its hash, the same bytes each time, and its whole length beforehand", async () => {
    const zip = await downloaded();
    expect((await downloaded()).equals(zip)).toBe(true);
    const { headers } = await deliverPackage(firm.runtime, firm.consultant, built.id);
    expect(headers["content-length"]).toBe(String(zip.length));
    const files = await unzipped(zip);
    const manifest = manifestOf(files);
    expect(manifest.approved).toBeNull();
    expect([...files.keys()]).toEqual([...manifest.files.map(({ name }) => name), MANIFEST_NAME]);
    for (const { name, sha256: hash, bytes } of manifest.files)
      expect([name, sha256(files.get(name)), files.get(name)?.length]).toEqual([name, hash, bytes]);
  });

  it("is in the log before its first byte, and only the case's own consultant and managers get it", async () => {
    const before = (await firm.eventsOf(file.caseId)).filter(({ event }) => event === "package.downloaded");
    await deliverPackage(firm.runtime, firm.manager, built.id).then(({ body }) => body.cancel());
    const after = (await firm.eventsOf(file.caseId)).filter(({ event }) => event === "package.downloaded");
    expect(after.length - before.length).toBe(1);
    for (const [caller, code] of [
      [firm.otherConsultant, "NOT_FOUND"],
      [firm.administrator, "FORBIDDEN"],
      [file.client, "FORBIDDEN"],
    ] as const)
      expect((await refusalOf(deliverPackage(firm.runtime, caller, built.id))).code).toBe(code);
  });

  it("ends in an error where a stored file is damaged, never as a whole one", async () => {
    const { objects } = firm.runtime.deps;
    let opened = 0;
    const torn = new Proxy(objects, {
      get(target, name) {
        if (name === "stat") return (key: string) => (opened++ === 0 ? target.stat(key) : null);
        return Reflect.get(target, name, target) as unknown;
      },
    });
    const edge = { ...firm.runtime, deps: { ...firm.runtime.deps, objects: torn } };
    const { body } = await deliverPackage(edge, firm.consultant, built.id);
    await expect(new Response(body).arrayBuffer()).rejects.toThrow();
  });

  it("is not swept away with what a crash has left behind", async () => {
    const { objects } = firm.runtime.deps;
    const old = new Proxy(objects, {
      get(target, name) {
        if (name !== "sweepOrphans") return Reflect.get(target, name, target) as unknown;
        return (sweep: OrphanSweep) =>
          target.sweepOrphans({ ...sweep, writtenBefore: new Date("2999-01-01") });
      },
    });
    const deps = { ...firm.runtime.deps, objects: old };
    await sweepUploads({}, { pools: firm.runtime.pools, deps, signal: new AbortController().signal });
    expect((await unzipped(await downloaded())).size).toBeGreaterThan(2);
  });
});

describe("approving", () => {
  it("asks for a look at the files, and for a reason where something is wrong", async () => {
    expect((await refusalOf(freeze({ confirmed: "" }))).fieldErrors).toHaveProperty("confirmed");
    expect((await refusalOf(freeze())).fieldErrors).toHaveProperty("despite");
    expect((await refusalOf(freeze({ version: built.version - 1, despite: "x" }))).code).toBe("CONFLICT");
  });

  it("freezes what is there: files, sources, who approved, by which rules; nothing changes it again", async () => {
    const { manifestSha256 } = await freeze({ despite: "The new test is booked for 1 Dec" });
    const view = await packages.viewOf(file);
    expect(view).toMatchObject({
      state: "frozen",
      approvedBy: "Priya Raman",
      rulesAsOf: "DOCUMENTS-2025-08-21",
    });
    const files = await unzipped(await downloaded());
    expect(sha256(files.get(MANIFEST_NAME))).toBe(manifestSha256);
    const manifest = manifestOf(files);
    expect(manifest.approved).toMatchObject({
      by: "Priya Raman",
      despite_problems: "The new test is booked for 1 Dec",
    });
    const sent = manifest.files.find(({ name }) => name.includes("Passport"));
    expect(sent?.sources[0]?.sha256).toBe(sha256(passport));

    const seen = { packageId: view.id, version: view.version };
    const slotId = view.slots[1]?.id;
    const attempts = [
      () => firm.run(firm.consultant, arrangePackage, { ...seen, slotId, move: "turn", place: 0 }),
      () => firm.run(firm.consultant, saveLetter, { ...seen, letter: "Another letter" }),
      () => firm.run(firm.consultant, refreshPackage, seen),
      () => freeze({ version: view.version, despite: "again" }),
    ];
    for (const attempt of attempts) expect((await refusalOf(attempt())).code).toBe("CONFLICT");
    const sql = (text: string) => database.app.query(text, [view.id]);
    const kept = /a frozen package is never changed/;
    await expect(sql("update package set letter = 'x' where id = $1")).rejects.toThrow(kept);
    await expect(sql("update package_slot set title = 'x' where package_id = $1")).rejects.toThrow(kept);
    await expect(sql("delete from package_slot where package_id = $1")).rejects.toThrow(kept);
  });

  it("a correction is a new package with the next number", async () => {
    expect(await firm.run(firm.consultant, beginPackage, { caseId: file.caseId })).toMatchObject({
      number: 2,
    });
    const again = firm.run(firm.consultant, beginPackage, { caseId: file.caseId });
    expect((await refusalOf(again)).code).toBe("CONFLICT");
  });
});

it("a package that is out of date is not approved; taking the change in keeps the rest as it was", async () => {
  const other = await packages.invited();
  const first = { kind: "passport", title: "Passport", bytes: await letteredPdf("one", "two") };
  await packages.accept(other, first);
  const { id: packageId, version, slots } = await packages.begun(other);
  const slotId = slots.find(({ title }) => title === "Passport")?.id;
  await firm.run(firm.consultant, arrangePackage, { packageId, version, slotId, move: "up", place: 1 });
  await packages.accept(other, { kind: "photo", title: "Police letter", bytes: await letteredPdf("letter") });
  const stale = await packages.viewOf(other);
  expect(stale.outdated).toEqual(["Police letter"]);
  await firm.run(firm.consultant, refreshPackage, { packageId, version: stale.version });
  await packages.work(packageId);
  const fresh = await packages.viewOf(other);
  expect([fresh.state, fresh.outdated]).toEqual(["arranging", []]);
  expect(fresh.slots.find(({ title }) => title === "Passport")?.pages.map(({ page }) => page)).toEqual([
    1, 0,
  ]);
  expect(fresh.slots.find(({ title }) => title === "Police letter")?.pages).toHaveLength(1);
});
