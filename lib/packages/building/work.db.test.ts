import { describe, expect, it } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { noisePicture } from "@/lib/testing/noise-picture";
import { testPackages } from "@/lib/testing/packages";
import { samplePdf } from "@/lib/testing/sample-files";

const database = testDatabase();
const firm = testFirm(database);
const packages = testPackages(database, firm);

describe("a package", () => {
  it("is built", async () => {
    const file = await packages.invited();
    await packages.accept(file, {
      kind: "police",
      title: "Police certificate, India",
      bytes: samplePdf({ pages: 2 }),
      country: "IN",
    });
    await packages.accept(file, { kind: "passport", title: "Passport", bytes: samplePdf({ pages: 1 }) });
    await packages.accept(file, {
      kind: "photo",
      title: "Digital photo",
      bytes: await noisePicture({ width: 600, height: 800, type: "jpeg" }),
      fileName: "photo.jpg",
    });
    await packages.begun(file);
    const built = await packages.built(file);
    expect(built.state).toBe("built");
    expect(built.slots.map(({ file: made }) => made?.fileName)).toEqual([
      "00_Index-of-package-1.pdf",
      "01_Passport.pdf",
      "02_Police-certificate-India.pdf",
      "03_Digital-photo.jpg",
      "04_Letter-of-explanation.pdf",
    ]);
  });
});
