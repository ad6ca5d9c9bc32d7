import { newId } from "@/lib/ids/id";
import { addPerson } from "./fixtures/people";
import { expect, test } from "./fixtures/test";
import { addPoliceLine, addWindow, confirmDate, endInTenDays, openWindow } from "./fixtures/windows";
import { escalate, laneOf } from "./steps/board";
import { chooseFrom, tabTo, typeInto } from "./steps/keyboard";

/* Issue 6, points 3 and 4: the forecast in words and figures, and what a lane offers. */

test("a lane says in words what decides it, offers the call and the escalation, and keeps its filters in the address", async ({
  database,
  pageOf,
}) => {
  const family = `Brett${newId().slice(0, 5)}`;
  const owner = await addPerson(database, { name: `Bea ${family}`, role: "consultant" });
  const manager = await addPerson(database, { name: `Max ${family}`, role: "manager" });
  await addWindow(database, owner, family);
  const name = `Lena ${family}`;

  const page = await pageOf(owner);
  await page.goto("/deadlines?left=14&group=consultant");
  const lane = laneOf(page, name);
  await expect(lane).toContainText("Too late as it stands: police certificate, India");
  await expect(lane).toContainText("had to be requested by");
  await expect(lane).toContainText("under 1 %");
  await expect(lane.getByRole("img", { name: /latest safe start: Police certificate, India/ })).toBeVisible();

  await page.goto("/deadlines?risk=on_track");
  await expect(lane).toHaveCount(0);
  await page.goto("/deadlines?risk=past_saving");
  await expect(lane).toHaveCount(1);

  await escalate(page, { client: name, to: manager.name, why: "The authority does not answer" });
  await expect(lane).toContainText(`Escalated to ${manager.name}`);

  await page.goto("/deadlines/calls?left=14");
  const call = laneOf(page, name);
  await expect(call.getByRole("link", { name: "+1 416 555 0199" })).toHaveAttribute(
    "href",
    "tel:+14165550199",
  );
  await expect(call).toContainText("Police certificate, India");
  await expect(call).toContainText("ask for it");

  await page.goto("/deadlines");
  await page.getByRole("link", { name: "Month", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Deadlines,");
  await expect(page.getByRole("table").getByRole("columnheader", { name: "Monday" })).toBeVisible();
  // The window ends in ten days: in this month, or in the next.
  const ends = page.getByRole("table").getByRole("link", { name });
  if ((await ends.count()) === 0) await page.getByRole("link", { name: "Next month", exact: true }).click();
  await expect(ends).toHaveCount(1);
});

test("a window whose date waits for its second key says so in words, and can be asked for", async ({
  database,
  pageOf,
}) => {
  const family = `Key${newId().slice(0, 5)}`;
  const owner = await addPerson(database, { name: `Kim ${family}`, role: "consultant" });
  const manager = await addPerson(database, { name: `Mia ${family}`, role: "manager" });
  const waiting = await addWindow(database, owner, family, "Waits");
  const confirmed = await addWindow(database, owner, family, "Confirmed");
  await confirmDate(database, confirmed, manager);
  const [waits, stands] = [`Waits ${family}`, `Confirmed ${family}`];

  const page = await pageOf(owner);
  await page.goto("/deadlines");
  const key = laneOf(page, waits).getByRole("link", { name: "Date not confirmed", exact: true });
  await expect(key).toHaveAttribute("href", `/cases/${waiting.number}/invitation`);
  await expect(laneOf(page, stands)).toHaveCount(1);
  await expect(laneOf(page, stands)).not.toContainText("not confirmed");
  await page.getByRole("link", { name: "Date not confirmed 1", exact: true }).click();
  await expect(laneOf(page, stands)).toHaveCount(0);
  await expect(laneOf(page, waits)).toHaveCount(1);

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(key).toBeVisible();
  await page.goto("/deadlines/calls");
  await expect(laneOf(page, waits)).toContainText("Date not confirmed");
  await expect(laneOf(page, stands)).not.toContainText("not confirmed");

  await confirmDate(database, waiting, manager);
  await page.goto("/deadlines");
  await expect(laneOf(page, waits)).not.toContainText("not confirmed");
  await expect(page.getByRole("link", { name: /^Date not confirmed/ })).toHaveCount(0);
});

test("on a phone a lane is a card that offers to escalate and to reassign", async ({ database, pageOf }) => {
  const family = `Card${newId().slice(0, 5)}`;
  const owner = await addPerson(database, { name: `Cas ${family}`, role: "consultant" });
  const manager = await addPerson(database, { name: `Mel ${family}`, role: "manager" });
  const file = await addWindow(database, owner, family);
  const name = `Lena ${family}`;

  const page = await pageOf(manager, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await page.goto(`/deadlines?consultant=${owner.userId}`);
  const card = laneOf(page, name);
  await expect(card).toContainText(/1[01] days left/);
  await expect(card.getByRole("link", { name: "Message", exact: true })).toBeVisible();
  await escalate(page, { client: name, to: manager.name, why: "The authority does not answer" });
  await expect(card).toContainText(`Escalated to ${manager.name}`);
  await card.getByRole("button", { name: `More for ${name}`, exact: true }).click();
  await expect(page.getByRole("menuitem", { name: "Escalate", exact: true })).toHaveCount(0);
  await page.getByRole("menuitem", { name: "Reassign", exact: true }).click();
  await page.waitForURL(`**/cases/${file.number}/overview**`);
  await expect(page.getByRole("dialog", { name: "Reassign this case", exact: true })).toBeVisible();
});

test("the board reads itself again: nothing is reloaded, moved from under the hand, or closed", async ({
  database,
  pageOf,
}) => {
  const family = `Again${newId().slice(0, 5)}`;
  const owner = await addPerson(database, { name: `Oda ${family}`, role: "consultant" });
  const manager = await addPerson(database, { name: `Max ${family}`, role: "manager" });
  await addWindow(database, owner, family);
  const moves = await openWindow(database, owner, ["Moves", family]);
  const name = `Moves ${family}`;

  // Lower than the board, whatever stands in it.
  const page = await pageOf(owner, { viewport: { width: 1280, height: 420 } });
  await page.clock.install();
  let reads = 0;
  page.on("request", (request) => {
    if (request.headers().rsc !== undefined && new URL(request.url()).pathname === "/deadlines") reads += 1;
  });
  await page.goto("/deadlines");
  const lane = laneOf(page, name);
  const link = lane.getByRole("link", { name: new RegExp(`^${name},`) });
  await expect(link).toHaveAccessibleName(/ days left, (?:Likely in time|No forecast yet)/);
  await link.evaluate((element) => element.setAttribute("data-same-page", ""));
  await page.getByRole("combobox", { name: "Days left", exact: true }).selectOption("14");
  await link.focus();
  await page.evaluate(() => window.scrollTo(0, 40));
  const scrolled = await page.evaluate(() => window.scrollY);

  // Somebody else puts it before a manager, and its window turns out to end sooner: it changes its group.
  const other = await pageOf(manager);
  await other.goto(`/deadlines?consultant=${owner.userId}`);
  await escalate(other, { client: name, to: manager.name, why: "The client is silent" });
  await addPoliceLine(database, moves);
  await endInTenDays(database, moves);
  await page.clock.fastForward(60_000);
  await expect(lane).toContainText(`Escalated to ${manager.name}`);
  await expect(lane).toContainText("Too late as it stands");
  await expect(page.getByRole("status").filter({ hasText: "2 past saving" })).toBeAttached();
  await expect(link).toHaveAttribute("data-same-page", "");
  await expect(link).toBeFocused();
  await expect(page.getByRole("combobox", { name: "Days left", exact: true })).toHaveValue("14");
  expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
  expect(reads).toBe(1);

  // A menu that is open is left alone; the next minute after it has what happened meanwhile.
  await lane.getByRole("button", { name: `More for ${name}`, exact: true }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await confirmDate(database, moves, manager);
  await page.clock.fastForward(60_000);
  await expect(page.getByRole("menu")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(lane).toContainText("Date not confirmed");
  await page.clock.fastForward(60_000);
  await expect(lane).not.toContainText("Date not confirmed");
  expect(reads).toBe(2);
});

test("the board by keyboard alone: every lane by its name, its menu, and an escalation", async ({
  database,
  pageOf,
}) => {
  const family = `Keys${newId().slice(0, 5)}`;
  const owner = await addPerson(database, { name: `Kai ${family}`, role: "consultant" });
  const manager = await addPerson(database, { name: `Mo ${family}`, role: "manager" });
  await addWindow(database, owner, family, "Ada");
  await addWindow(database, owner, family, "Bea");

  const page = await pageOf(owner);
  await page.goto("/deadlines");
  const links = page.getByRole("rowheader").getByRole("link", { name: family });
  await expect(links).toHaveCount(2);
  for (const link of await links.all()) {
    await page.keyboard.press("j");
    await expect(link).toBeFocused();
    await expect(link).toHaveAccessibleName(
      new RegExp(
        `^(?:Ada|Bea) ${family}, 70-\\d+, last day \\d+ \\w+ \\d{4}, 1[01] days left, Too late as it stands, date not confirmed$`,
      ),
    );
  }
  await page.keyboard.press("k");
  const first = (await links.first().textContent()) ?? "";
  const more = page.getByRole("button", { name: `More for ${first}`, exact: true });
  await tabTo(page, more);
  await page.keyboard.press("Enter");
  const item = page.getByRole("menuitem", { name: "Escalate", exact: true });
  await expect(item).toBeVisible();
  await page.keyboard.press("End");
  await expect(item).toBeFocused();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: `Escalate ${first}`, exact: true });
  await chooseFrom(page, dialog.getByLabel("Manager"), manager.userId);
  await typeInto(page, dialog.getByLabel("Why"), "The authority does not answer");
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(laneOf(page, first)).toContainText(`Escalated to ${manager.name}`);
  await expect(more).toBeFocused();
  await page.keyboard.press("k");
  await expect(links.first()).toBeFocused();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/cases/*/overview");
});
