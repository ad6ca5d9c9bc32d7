import { beforeAll, expect, it } from "vitest";
import { changeFirm } from "@/lib/users/commands/change-firm";
import { getFirm } from "@/lib/users/queries";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { loadReference } from "./load-reference";

const database = testDatabase();
const firm = testFirm(database);

/** As the first start finds it: without the demonstration there is no firm. */
beforeAll(() => database.owner.query("delete from firm"));

it("a start gives an empty installation a firm, which its administrator can open and change", async () => {
  await expect(firm.read(firm.administrator, getFirm)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await loadReference(database.connections.owner);
  const { version, timeZone } = await firm.read(firm.administrator, getFirm);
  expect(timeZone).toBe("America/Toronto");
  const details = { name: "Maple Pathways", timeZone, address: "", phone: "", email: "" };
  await firm.run(firm.administrator, changeFirm, { ...details, version: String(version) });
  expect((await firm.read(firm.administrator, getFirm)).name).toBe("Maple Pathways");
});

it("the next start leaves the firm as it was named", async () => {
  await loadReference(database.connections.owner);
  expect((await firm.read(firm.administrator, getFirm)).name).toBe("Maple Pathways");
});
