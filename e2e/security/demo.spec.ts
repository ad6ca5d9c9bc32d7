import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "../fixtures/test";

test("S-86 on https a start that does not say DEMO is refused in one line, before anything is made", async () => {
  const folder = mkdtempSync(join(tmpdir(), "landfall-refused-"));
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, ["scripts/run.mjs", "start"], {
    env: {
      NODE_ENV: "production",
      PATH,
      HOME,
      APP_ORIGIN: "https://firm.example",
      DATA_DIR: join(folder, "data"),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const [code] = (await once(child, "close")) as [number];
  expect(code).toBe(1);
  expect(said).toMatch(/^DEMO should be on or off: .*known passwords\n$/);
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});

test("S-86 a demonstration says so on every screen", async ({ pageOf, world, page }) => {
  await page.goto("/sign-in");
  await expect(page.getByRole("complementary", { name: "About this installation" })).toBeVisible();
  for (const [person, path] of [
    [world.C1, "/cases"],
    [world.K1, "/portal"],
  ] as const) {
    const signedIn = await pageOf(person);
    await signedIn.goto(path);
    await expect(signedIn.getByRole("complementary", { name: "About this installation" })).toBeVisible();
  }
});
