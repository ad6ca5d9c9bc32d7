import { writeFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { ORIGIN, SAME_ORIGIN, send } from "./fixtures/http";
import { startSession } from "./fixtures/people";
import { addRound, freeNumber, recordedRounds } from "./fixtures/rounds";
import { expect, test } from "./fixtures/test";

/** A round as IRCC's file has it: the one that `addRound` records. */
function inFeed(number: number, changes: Readonly<Record<string, string>> = {}) {
  return {
    drawNumber: String(number),
    drawDate: "2016-02-10",
    drawDateFull: "February 10, 2016",
    drawName: "Federal Skilled Worker",
    drawSize: "1,500",
    drawCRS: "453",
    drawCutOff: "December 01, 2015 at 09:08:07 UTC",
    ...changes,
  };
}

const feedOf = (...rounds: object[]) => ({
  name: "ee_rounds.json",
  mimeType: "application/json",
  buffer: Buffer.from(JSON.stringify({ rounds })),
});

const csvOf = (...lines: string[]) => ({
  name: "rounds.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(["Number,Program,Date,Invitations,Lowest CRS,Tie-break", ...lines, ""].join("\r\n")),
});

async function chooseFile(page: Page, file: string | ReturnType<typeof feedOf>): Promise<void> {
  await page.goto("/draws/import");
  await page.getByLabel("Choose a file").setInputFiles(file);
}

const roundRow = (page: Page, table: string, number: number): Locator =>
  page.getByRole("table", { name: table }).getByRole("row", { name: new RegExp(`Round ${number}\\b`) });

test("the history: one kind of round, a year or all, each with its chart and the same in words", async ({
  pageOf,
  world,
}) => {
  const page = await pageOf(world.C1);
  const rows = page.getByRole("table", { name: /^Rounds of invitations/ }).getByRole("row");
  await page.goto("/draws");
  await page.getByLabel("For", { exact: true }).selectOption({ label: "Federal Skilled Trades" });
  await page.getByLabel("Year").selectOption("2017");
  await page.getByRole("button", { name: "Show" }).click();
  await page.waitForURL(/program=FST.*year=2017/);
  // Its heading and the two rounds IRCC held.
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toContainText(/Round 76.*1 Nov 2017.*505.*241.*not published/);
  await expect(rows.nth(2)).toContainText(/Round 64.*26 May 2017.*400.*199/);
  const chart = page.getByRole("img", { name: /^Lowest scores of 2 rounds from 26 May 2017/ });
  await expect(chart.locator("title")).toHaveText([/26 May 2017: 199, 400/, /1 Nov 2017: 241, 505/]);

  await page.getByLabel("Year").selectOption({ label: "All since 2015" });
  await page.getByRole("button", { name: "Show" }).click();
  await page.waitForURL(/program=FST.*year=all/);
  await expect(rows.filter({ hasText: "Round 159" })).toContainText("2 Jun 2020, 09:35:31");
  await expect(
    page.getByRole("img", { name: /^Lowest scores of \d+ rounds from 26 May 2017/ }),
  ).toBeVisible();

  await page.goto("/draws?program=physicians&year=2016");
  await expect(page.getByRole("heading", { name: "No round here" })).toBeVisible();
});

test("a round that cannot be is refused at its fields, keeps what was typed, and is recorded once put right", async ({
  database,
  pageOf,
  world,
}) => {
  const number = await freeNumber(database, "form");
  const page = await pageOf(world.M);
  const form = page.getByRole("form", { name: "Record a round" });
  const send = () => form.getByRole("button", { name: "Record and match" }).click();
  const invitations = form.getByLabel("Invitations issued");
  const [date, tieBreak] = [form.getByLabel("Date of the round"), form.getByLabel("Tie-break, UTC")];
  await page.goto("/draws/new");
  await form.getByLabel("Round number").fill(String(number));
  await form.getByLabel("Who it was for").selectOption({ label: "Federal Skilled Worker" });
  await date.fill("2999-01-01");
  await invitations.fill("-5");
  await form.getByLabel("Lowest CRS").fill("453");
  await tieBreak.fill("yesterday evening");
  await send();
  await expect(invitations).toHaveAccessibleDescription(/A round has 1 to 100,000 invitations/);
  await expect(tieBreak).toHaveAccessibleDescription(/Enter the date and time in UTC to the second/);
  await expect(invitations).toHaveValue("-5");
  await expect(tieBreak).toHaveValue("yesterday evening");

  await invitations.fill("1500");
  await tieBreak.fill("2016-02-12 00:00:00");
  await send();
  await expect(date).toHaveAccessibleDescription(/cannot be in the future/);
  await expect(date).toHaveValue("2999-01-01");
  await date.fill("2016-02-10");
  await send();
  await expect(tieBreak).toHaveAccessibleDescription(/cannot be after the round/);
  expect(await recordedRounds(database, [number])).toEqual([]);

  await tieBreak.fill("2015-12-01 09:08:07");
  await send();
  await page.waitForURL((url) => url.pathname === `/draws/${number}`);
  expect(await recordedRounds(database, [number])).toEqual([
    { number, invitations: 1500, lowest_crs: 453, tie_break_at: new Date("2015-12-01T09:08:07Z") },
  ]);

  await page.goto("/draws/new");
  await form.getByLabel("Round number").fill(String(number));
  await form.getByLabel("Who it was for").selectOption({ label: "Federal Skilled Worker" });
  await invitations.fill("1501");
  await form.getByLabel("Lowest CRS").fill("453");
  await send();
  await expect(form.getByLabel("Round number")).toHaveAccessibleDescription(/is recorded already/);
  expect(await recordedRounds(database, [number])).toMatchObject([{ invitations: 1500 }]);
});

test("IRCC's file: what it would change is shown and nothing written; then it is, and a second time nothing is", async ({
  database,
  pageOf,
  world,
}) => {
  const known = await freeNumber(database, "feed");
  const [fresh, wrong] = [known + 1, known + 2];
  const numbers = [known, fresh, wrong];
  await addRound(database, known);
  const file = feedOf(
    inFeed(known, { drawSize: "1,501" }),
    inFeed(fresh),
    inFeed(wrong, { drawDate: "2999-01-01", drawSize: "-5", drawCutOff: "midnight" }),
    inFeed(fresh, { drawCRS: "454" }),
  );
  const page = await pageOf(world.M);
  await chooseFile(page, file);
  await expect(page.getByText("1 new round, 1 that would change, 0 the same, 2 with faults")).toBeVisible();
  const faulty = roundRow(page, "Rows with faults", wrong);
  await expect(faulty).toContainText("entry 3");
  await expect(faulty).toContainText("A round cannot be in the future.");
  await expect(faulty).toContainText("“-5”: A round has 1 to 100,000 invitations.");
  await expect(faulty).toContainText("“midnight” is not a time in UTC to the second.");
  await expect(roundRow(page, "Rows with faults", fresh)).toContainText(
    "The same number stands in the file before, at entry 2, with other values: Lowest CRS.",
  );
  await expect(roundRow(page, "Rounds that would change", known)).toContainText(
    /Invitations: 1500.*Invitations: 1501/,
  );
  await expect(roundRow(page, "New rounds", fresh)).toContainText(/Federal Skilled Worker.*10 Feb 2016.*453/);
  expect(await recordedRounds(database, numbers)).toMatchObject([{ number: known, invitations: 1500 }]);

  await page.getByRole("button", { name: "Write 2 rounds, leave the faulty rows out" }).click();
  await expect(page.getByText("1 round added, 1 corrected")).toBeVisible();
  const written = await recordedRounds(database, numbers);
  expect(written).toMatchObject([
    { number: known, invitations: 1501 },
    { number: fresh, lowest_crs: 453, tie_break_at: new Date("2015-12-01T09:08:07Z") },
  ]);

  await chooseFile(page, file);
  await expect(page.getByText("0 new rounds, 0 that would change, 2 the same, 2 with faults")).toBeVisible();
  await expect(page.getByText("There is nothing to write.")).toBeVisible();
  const again = await send("/api/rounds/import?write=1&leaveFaulty=1&source=again", {
    method: "POST",
    session: await startSession(database, world.M),
    headers: SAME_ORIGIN,
    body: file.buffer,
  });
  expect(JSON.parse(again.text)).toMatchObject({ added: 0, corrected: 0, same: 2 });
  expect(await recordedRounds(database, numbers)).toEqual(written);

  await page.goto(`/draws/${known}`);
  const corrected = page.getByRole("table", { name: "Corrections of this round" }).getByRole("row");
  // Its heading and the one change; the second time made none.
  await expect(corrected).toHaveCount(2);
  await expect(corrected.nth(1)).toContainText(/Invitations.*1500.*1501.*Import: canada\.ca/);
  await expect(corrected.nth(1)).toContainText(world.M.name);
});

test("a CSV: rows by their line, one left out by hand, the others written", async ({
  database,
  pageOf,
  world,
}) => {
  const known = await freeNumber(database, "csv");
  const [taken, left, wrong] = [known + 1, known + 2, known + 3];
  const numbers = [known, taken, left, wrong];
  await addRound(database, known);
  const file = csvOf(
    `${known},FSW,2016-02-10,"1,500",453,2015-12-01T09:08:07Z`,
    `${taken},FSW,2016-02-24,"1,484",453,`,
    `${left},FSW,2016-03-09,1013,473,`,
    `${wrong},Ice hockey,2016-03-10,,1201,`,
  );
  const page = await pageOf(world.M);
  await chooseFile(page, file);
  await expect(page.getByText("2 new rounds, 0 that would change, 1 the same, 1 with faults")).toBeVisible();
  const faulty = roundRow(page, "Rows with faults", wrong);
  await expect(faulty).toContainText(/line 5.*“Ice hockey” is no kind of round we know/);
  await expect(faulty).toContainText("Missing: the number of invitations.");
  await expect(faulty).toContainText("“1201”: A CRS score is 1 to 1,200.");
  await page.getByLabel(`Take round ${left}`).uncheck();
  expect(await recordedRounds(database, [taken, left, wrong])).toEqual([]);
  await page.getByRole("button", { name: "Write 1 round, leave the faulty rows out" }).click();
  await expect(page.getByText("1 round added, 0 corrected")).toBeVisible();
  expect(await recordedRounds(database, numbers)).toMatchObject([
    { number: known, invitations: 1500 },
    { number: taken, invitations: 1484, tie_break_at: null },
  ]);
});

test("a file of 50 MB is refused plainly, by the page and by the server, and nothing of it is written", async ({
  database,
  pageOf,
  world,
}, testInfo) => {
  const number = await freeNumber(database, "large");
  const round = `${number},FSW,2016-02-10,1500,453,\n`;
  const bytes = Buffer.alloc(50_000_000, round);
  bytes.write("number,program,date,invitations,crs,tie-break\n");
  // From the disk, as a person does: a large one does not fit through the test's own wire.
  const path = testInfo.outputPath("rounds.csv");
  writeFileSync(path, bytes);
  const page = await pageOf(world.M);
  await chooseFile(page, path);
  await expect(
    page.getByText(/rounds\.csv is \d+(\.\d)? MB\. A file of rounds is at most 5 MB\./),
  ).toBeVisible();
  await expect(page.getByText("Nothing was written")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Write/ })).toHaveCount(0);

  // Past the page's own check: a request that says how long it is, and one that does not and goes on past the limit.
  const session = await startSession(database, world.M);
  const address = "/api/rounds/import?write=1&source=large";
  // The server ends the line while we still send: what it said may be lost with it, and is asked for again.
  const saying = () =>
    send(address, { method: "POST", session, headers: SAME_ORIGIN, body: bytes }).then(
      ({ status, text }) => ({ status, text }),
      () => null,
    );
  await expect
    .poll(saying)
    .toEqual({ status: 413, text: expect.stringContaining("larger than 5 MB") as unknown });
  const withoutSaying = () => {
    const body = new Blob([bytes.subarray(0, 6_000_000)]).stream();
    const streamed = { method: "POST", body, duplex: "half" };
    const headers = { ...SAME_ORIGIN, cookie: `landfall=${session}` };
    return fetch(`${ORIGIN}${address}`, { ...streamed, headers }).then(
      ({ status }) => status,
      () => null,
    );
  };
  await expect.poll(withoutSaying).toBe(413);
  expect(await recordedRounds(database, [number])).toEqual([]);
});

test("a correction keeps what was said before, who changed it and why; the second of two is told", async ({
  database,
  pageOf,
  world,
}) => {
  const number = await freeNumber(database, "correction");
  await addRound(database, number);
  const [page, late] = [await pageOf(world.C1), await pageOf(world.M)];
  const correct = async (on: Page, invitations: string) => {
    await on.getByLabel("Invitations issued").fill(invitations);
    await on.getByLabel("Why it is corrected").fill("IRCC changed its page");
    await on.getByRole("button", { name: "Save the correction" }).click();
  };
  await late.goto(`/draws/${number}/correct`);
  await page.goto(`/draws/${number}`);
  await page.getByRole("link", { name: "Correct", exact: true }).click();
  await expect(page.getByLabel("Tie-break, UTC")).toHaveValue("2015-12-01 09:08:07");
  await correct(page, "1600");
  await page.waitForURL((url) => url.pathname === `/draws/${number}`);
  const corrections = page.getByRole("table", { name: "Corrections of this round" });
  await expect(corrections.getByRole("row").nth(1)).toContainText(
    /Invitations.*1500.*1600.*IRCC changed its page/,
  );
  await expect(corrections).toContainText(world.C1.name);

  await correct(late, "1700");
  await expect(late.getByText(/Somebody changed this round while you had it open/)).toBeVisible();
  expect(await recordedRounds(database, [number])).toMatchObject([{ invitations: 1600 }]);
});
