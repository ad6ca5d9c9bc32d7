import { PDFDocument } from "@cantoo/pdf-lib";
import { newId } from "@/lib/ids/id";
import { readPdf } from "@/lib/testing/pdf-text";
import { addPerson } from "./fixtures/people";
import { expect, test } from "./fixtures/test";
import { addWindow } from "./fixtures/windows";

/* Issue 6, point 4: the board prints on paper, and is readable without colour. */

/** More than a sheet of paper holds. */
const LANES = 16;

test("the board, the call list and the month lie on their side on paper, with every lane in words", async ({
  database,
  pageOf,
}) => {
  const family = `Print${newId().slice(0, 5)}`;
  const owner = await addPerson(database, { name: `Pia ${family}`, role: "consultant" });
  const names = Array.from({ length: LANES }, (_, nth) => `L${nth}x`);
  for (const name of names) await addWindow(database, owner, family, name);
  const page = await pageOf(owner, { viewport: { width: 980, height: 740 } });
  const printed = async (path: string) => {
    await page.goto(path);
    const bytes = await page.pdf();
    for (const sheet of (await PDFDocument.load(bytes)).getPages()) {
      expect(sheet.getWidth(), path).toBeGreaterThan(sheet.getHeight());
    }
    return readPdf(bytes);
  };

  const board = await printed("/deadlines");
  expect(board.pages.length).toBeGreaterThan(1);
  for (const sheet of board.pages.filter((text) => text.includes(family))) {
    expect(sheet, "each sheet has the heads of the columns").toContain("What decides it");
  }
  for (const name of names) expect(board.text).toContain(`${name} ${family}`);
  const times = (words: string) => board.text.split(words).length - 1;
  expect(times("Too late as it stands")).toBe(LANES);
  expect(times("Date not confirmed")).toBe(LANES);
  expect(board.text).toContain("Past saving?");
  expect(board.text).toContain(`All ${LANES} open windows`);
  for (const control of ["Any consultant", "Call list", "Search"]) expect(board.text).not.toContain(control);

  await page.emulateMedia({ media: "print" });
  const clipped = await page.getByRole("table").evaluate((table) =>
    [table, ...table.querySelectorAll("td, th, td > span")]
      .filter((box) => !box.querySelector("svg") && !box.closest(".sr-only"))
      .filter((box) => box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0)
      .map((box) => box.textContent),
  );
  expect(clipped).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await page.emulateMedia({ media: null });

  const calls = await printed("/deadlines/calls");
  for (const name of names) expect(calls.text).toContain(`${name} ${family}`);
  expect(calls.text).toContain("☐");
  const month = await printed("/deadlines/month");
  for (const day of ["Monday", "Sunday"]) expect(month.text).toContain(day);
});
