/** The firm's catalogue of streams, and whom of the viewer's clients in the pool each of them fits. */
import { beforeAll, describe, expect, it } from "vitest";
import type { StaffContext } from "@/lib/command/actor-context";
import { loadReference } from "@/lib/reference/load-reference";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { nominationTracks, PROFILE_SCORE } from "@/lib/testing/nomination-tracks";
import { addStream } from "../commands/add-stream";
import { changeStream } from "../commands/change-stream";
import { getCatalogue, getStreamPage } from "./queries";

const database = testDatabase();
const firm = testFirm(database);
const { ago, addInPool, pageOf } = nominationTracks(database, firm);

/** Of the same profile, whose recorded score is out of date. */
const SCORE_BY_FACTS = PROFILE_SCORE + 2;

/** Profile 2 is an engineer, NOC 21231, with a Canadian degree and CLB 9. */
let file: TestCase;

beforeAll(async () => {
  await loadReference(database.connections.owner);
  file = await addInPool();
});

const fields = (more: Record<string, unknown> = {}) => ({
  ...{ province: "ON", name: "Human Capital Priorities", nocCodes: "21231, 21232" },
  ...{ workMonths: "12", workYears: "5", minCrs: String(PROFILE_SCORE) },
  ...{ asOf: ago(10), source: "The province's page", link: "https://www.ontario.ca/page" },
  ...more,
});

const add = (more: Record<string, unknown>, caller = firm.manager) =>
  firm.run(caller, addStream, fields(more));

const catalogueOf = (viewer: typeof firm.manager) =>
  firm.read(viewer, (ctx) => getCatalogue(ctx as StaffContext));
const streamOf = (streamId: string, viewer = firm.consultant) =>
  firm.read(viewer, (ctx) => getStreamPage(ctx as StaffContext, streamId));

describe("the catalogue", () => {
  it("is kept by managers and administrators, and read by every colleague", async () => {
    const { streamId } = await add({ name: "Kept by the firm" }, firm.administrator);
    await expect(add({ name: "By a consultant" }, firm.consultant)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const page = await streamOf(streamId, firm.otherConsultant);
    expect(page).toMatchObject({
      stream: { name: "Kept by the firm", nocCodes: ["21231", "21232"], workMonths: 12, version: 1 },
      allowed: { edit: false },
      occupations: [expect.stringMatching(/^21231 Software/), expect.stringMatching(/^21232 /)],
    });
  });

  it("refuses what cannot be, at its field", async () => {
    await add({ name: "Only once" });
    const refused = (more: Record<string, unknown>): Promise<Record<string, string>> =>
      add(more).then(
        () => ({}),
        (error: unknown) => (error as { fieldErrors: Record<string, string> }).fieldErrors,
      );
    expect(await refused({ name: "only ONCE" })).toHaveProperty("name");
    expect((await refused({ name: "Codes", nocCodes: "21231, 99999" })).nocCodes).toContain("99999");
    expect(await refused({ name: "Digits", nocCodes: "2123" })).toHaveProperty("nocCodes");
    expect(await refused({ name: "Link", link: "javascript:alert(1)" })).toHaveProperty("link");
    expect(await refused({ name: "Tomorrow", asOf: ago(-1) })).toHaveProperty("asOf");
    expect(await refused({ name: "Quebec", province: "QC" })).toHaveProperty("province");
  });

  it("keeps what a line said before, with who changed it; the same words again change nothing", async () => {
    const { streamId } = await add({ name: "To be changed" });
    const change = (version: number, more: Record<string, unknown>) =>
      firm.run(firm.manager, changeStream, {
        streamId,
        version,
        ...fields({ name: "To be changed", ...more }),
      });
    await change(1, {});
    expect((await streamOf(streamId)).stream.version).toBe(1);
    await change(1, { minCrs: "450", asOf: ago(1) });
    const { stream, changes } = await streamOf(streamId);
    expect(stream).toMatchObject({ minCrs: 450, version: 2 });
    expect(changes.map(({ field, before, after, by }) => [field, before, after, by])).toEqual([
      ["asOf", ago(10), ago(1), "Anjali Jain"],
      ["minCrs", String(PROFILE_SCORE), "450", "Anjali Jain"],
    ]);
    await expect(change(1, { minCrs: "460" })).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("matching", () => {
  it("finds the clients in the pool whose dated facts fit, with the reason", async () => {
    const { streamId } = await add({ name: "For engineers" });
    const { matches } = await streamOf(streamId);
    expect(matches.map(({ caseId, fit }) => [caseId, fit.verdict])).toEqual([[file.caseId, "met"]]);
    expect(matches[0]?.fit.conditions[0]?.figure).toMatch(/^Engineer \(NOC 21231\) since /);
  });

  it("asks for the score of the facts, as the pool ranks it, and not for the one last recorded", async () => {
    const { streamId: atMost } = await add({ name: "For the score", minCrs: String(SCORE_BY_FACTS) });
    expect((await streamOf(atMost)).matches).toMatchObject([{ score: SCORE_BY_FACTS }]);
    const { streamId: dearer } = await add({ name: "For more", minCrs: String(SCORE_BY_FACTS + 1) });
    expect((await streamOf(dearer)).matches).toEqual([]);
  });

  it("asks for a person's look where the facts cannot tell", async () => {
    const { streamId } = await add({
      name: "For graduates",
      nocCodes: "",
      workMonths: "",
      workYears: "",
      study: "province",
    });
    const { matches } = await streamOf(streamId);
    expect(matches[0]?.fit).toMatchObject({
      verdict: "unknown",
      conditions: [{ figure: expect.stringContaining("York University") as unknown }, {}],
    });
    const line = (await catalogueOf(firm.consultant)).lines.find(({ stream }) => stream.id === streamId);
    expect(line).toMatchObject({ fitting: 0, inDoubt: 1 });
  });

  it("shows each consultant their own clients, a manager all, an administrator none", async () => {
    const { streamId } = await add({ name: "Seen by many" });
    expect((await streamOf(streamId, firm.manager)).matches).toHaveLength(1);
    expect((await streamOf(streamId, firm.otherConsultant)).matches).toEqual([]);
    expect(await streamOf(streamId, firm.administrator)).toMatchObject({
      matches: [],
      allowed: { matches: false, edit: true },
    });
    const line = (await catalogueOf(firm.administrator)).lines.find(({ stream }) => stream.id === streamId);
    expect(line).toMatchObject({ fitting: null, inDoubt: null });
  });

  it("tells a case which open streams fit it, and leaves out those that closed", async () => {
    const { streamId } = await add({ name: "Open to the case" });
    const { streamId: closed } = await add({ name: "Closed to the case", closesOn: ago(1) });
    const ids = (await pageOf(file)).streams.map(({ stream }) => stream.id);
    expect(ids).toContain(streamId);
    expect(ids).not.toContain(closed);
  });

  it("takes the same number of queries for one client as for several", async () => {
    const { streamId } = await add({ name: "Counted" });
    const queries = async () => {
      let count = 0;
      await firm.read(firm.manager, async (ctx) => {
        const run = ctx.db.select.bind(ctx.db);
        ctx.db.select = ((...args: Parameters<typeof run>) => {
          count += 1;
          return run(...args);
        }) as typeof run;
        return getStreamPage(ctx as StaffContext, streamId);
      });
      return count;
    };
    const one = await queries();
    await addInPool();
    await addInPool();
    expect(await queries()).toBe(one);
  });
});
