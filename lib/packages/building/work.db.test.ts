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
      built.state,
      built.slots.map((s) => [s.file, s.problems, s.faults]),
    );
    expect(built.state).toBe("built");
  });
});
