import { describe, expect, it } from "vitest";
import { workerCaller } from "@/lib/jobs/work-off";
import { arrangePackage } from "@/lib/packages/commands/arrange-package";
import { checkedPdf } from "@/lib/testing/check-pdf";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { letteredPdf, lockedPdf } from "@/lib/testing/lettered-pdf";
import { noisePicture } from "@/lib/testing/noise-picture";
import { testPackages } from "@/lib/testing/packages";
import { samplePdf } from "@/lib/testing/sample-files";
import { workOnPackage } from "./work";

const database = testDatabase();
const firm = testFirm(database);
const packages = testPackages(database, firm);

const police = async (title = "Police certificate, India") => ({
  kind: "police",
  title,
  country: "IN",
  bytes: await letteredPdf("alpha", "beta", "gamma"),
});
const passport = async () => ({ kind: "passport", title: "Passport", bytes: await letteredPdf("passport") });

const bytesOf = (file: TestCase, title: string) => packages.fileOf(file, title);

describe("building", () => {
  it("makes a file for every slot in the order of the portal, and sends on untouched what is right", async () => {
    const file = await packages.invited();
    const [certificate, pass] = [await police(), await passport()];
    await packages.accept(file, certificate);
    await packages.accept(file, pass);
    await packages.accept(file, {
      kind: "photo",
      title: "Digital photo",
      bytes: await noisePicture({ width: 300, height: 400, type: "jpeg" }),
      fileName: "photo.jpg",
    });
    await packages.addLine(file, { kind: "medical", title: "Upfront medical" }, "requested");
    expect((await packages.begun(file)).state).toBe("arranging");

    const built = await packages.built(file);
    expect(built.state).toBe("built");
    expect(built.slots.map(({ file: made }) => made?.fileName ?? null)).toEqual([
      "00_Index-of-package-1.pdf",
      "01_Passport.pdf",
      "02_Police-certificate-India.pdf",
      null,
      "04_Digital-photo.jpg",
      "05_Letter-of-explanation.pdf",
    ]);
    expect((await bytesOf(file, "Passport")).equals(pass.bytes)).toBe(true);
    expect((await bytesOf(file, "Police certificate, India")).equals(certificate.bytes)).toBe(true);
    expect(built.slots.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      [],
      [],
      ["language_unsaid"],
      ["missing"],
      ["photo_size"],
      ["letter_unfinished"],
    ]);
    const index = (await checkedPdf(await bytesOf(file, "Index"))).join(" ");
    expect(index).toContain("01_Passport.pdf");
    expect(index).toContain(built.slots[1]?.file?.sha256);
    expect((await checkedPdf(await bytesOf(file, "Letter of explanation"))).join(" ")).toContain(
      "Upfront medical: requested on 3 Nov 2026",
    );
  });

  it("merges, orders and turns pages as they were arranged", async () => {
    const file = await packages.invited();
    await packages.accept(file, await police());
    await packages.accept(file, await passport());
    const { id: packageId, slots, version } = await packages.begun(file);
    const slotId = (title: string) => slots.find((slot) => slot.title === title)?.id;
    const [from, into] = [slotId("Police certificate, India"), slotId("Passport")];
    const moves = [
      { slotId: from, move: "up", place: 2 },
      { slotId: from, move: "turn", place: 0 },
      { slotId: from, move: "all_to", target: into },
      { slotId: into, move: "out", place: 2 },
    ];
    for (const [index, move] of moves.entries())
      await firm.run(firm.consultant, arrangePackage, { packageId, version: version + index, ...move });
    const built = await packages.built(file);
    expect(await checkedPdf(await bytesOf(file, "Passport"))).toEqual(["passport", "alpha", "beta"]);
    const emptied = built.slots.find(({ title }) => title === "Police certificate, India");
    expect([emptied?.file, emptied?.problems.map(({ code }) => code)]).toEqual([null, ["no_pages"]]);
  });

  it("names what cannot be opened with its slot, and builds the rest", async () => {
    const file = await packages.invited();
    const locked = await lockedPdf({ ownerPassword: "o" }, "secret");
    await packages.accept(file, { kind: "funds", title: "Bank letter", bytes: locked });
    const torn = Buffer.from(samplePdf().toString("latin1").replace("/Kids [3 0 R]", "/Kids [9 0 R]"));
    await packages.accept(file, { kind: "eca", title: "Education assessment", bytes: torn });
    await packages.accept(file, await passport());
    await packages.begun(file);
    const built = await packages.built(file);
    const of = (title: string) => built.slots.find((slot) => slot.title === title);
    expect(of("Bank letter")?.problems.map(({ code }) => code)).toEqual(["encrypted"]);
    expect(of("Education assessment")?.problems.map(({ code }) => code)).toEqual(["damaged"]);
    expect([of("Bank letter")?.file, of("Education assessment")?.file]).toEqual([null, null]);
    expect(of("Passport")?.file).not.toBeNull();
  });
});

/** The files as they are now, by name. */
async function hashesOf(file: TestCase): Promise<(string | undefined)[]> {
  return (await packages.viewOf(file)).slots.map((slot) => slot.file?.sha256);
}

/** As if nothing had been made yet, at the same instant. */
async function forget(packageId: string): Promise<void> {
  await database.owner.query(
    `update package_slot set state = 'waiting', file_id = null, file_name = null, media_type = null, size = null,
       sha256 = null, page_count = null, storage_key = null, wrapped_key = null, key_id = null where package_id = $1`,
    [packageId],
  );
  await database.owner.query("update package set state = 'building', built_at = null where id = $1", [
    packageId,
  ]);
}

describe("whoever builds it", () => {
  async function builtOnce() {
    const file = await packages.invited();
    await packages.accept(file, await passport());
    await packages.accept(file, {
      kind: "diploma",
      title: "Diploma",
      country: "US",
      bytes: await noisePicture({ width: 300, height: 200, type: "png" }),
      fileName: "scan.png",
    });
    const { id: packageId, slots, version } = await packages.begun(file);
    const slotId = slots.find(({ title }) => title === "Diploma")?.id;
    await firm.run(firm.consultant, arrangePackage, { packageId, version, slotId, move: "turn", place: 0 });
    await packages.built(file);
    return { file, packageId, hashes: await hashesOf(file) };
  }

  it("the files are the same, to the byte; two at once leave one of each", async () => {
    const { file, packageId, hashes } = await builtOnce();
    await forget(packageId);
    await Promise.all([packages.work(packageId), packages.work(packageId)]);
    expect(await hashesOf(file)).toEqual(hashes);
    expect((await packages.viewOf(file)).state).toBe("built");
  });

  it("one that was cut off is taken up where it was", async () => {
    const { file, packageId, hashes } = await builtOnce();
    await forget(packageId);
    let steps = 0;
    const signal = {
      throwIfAborted() {
        steps += 1;
        if (steps > 2) throw new Error("the worker stops");
      },
    };
    const cut = workOnPackage(firm.runtime, workerCaller(), { packageId, signal });
    await expect(cut).rejects.toThrow("the worker stops");
    const half = await packages.viewOf(file);
    expect([half.state, half.progress.done > 0, half.progress.done < half.progress.total]).toEqual([
      "building",
      true,
      true,
    ]);
    await packages.work(packageId);
    expect(await hashesOf(file)).toEqual(hashes);
  });
});
