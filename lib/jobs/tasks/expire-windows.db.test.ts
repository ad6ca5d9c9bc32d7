import { expect, it } from "vitest";
import type { JobTools } from "@/lib/jobs/task-list";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { nominationTracks, PROFILE_SCORE } from "@/lib/testing/nomination-tracks";
import { expireWindows } from "./expire-windows";

const database = testDatabase();
const firm = testFirm(database);
const { ago, addOffered, pageOf, profileOf, fileOf } = nominationTracks(database, firm);

it("lets a nomination lapse on the day after its 30th, and not before; a second run finds nothing to do", async () => {
  const over = await addOffered(ago(31));
  const lastDay = await addOffered(ago(30));
  const tools: JobTools = { ...firm.runtime, signal: new AbortController().signal };
  await expireWindows({}, tools);
  await expireWindows({}, tools);
  const statusOf = async (file: typeof over) => (await pageOf(file)).tracks[0]?.status;
  expect([await statusOf(over), await statusOf(lastDay)]).toEqual(["lapsed", "offered"]);
  expect(await fileOf(over)).toMatchObject({ stage: "IN_POOL", nomination: null });
  expect(await profileOf(over)).toMatchObject({ crs_score: PROFILE_SCORE });
  const lapses = (await firm.eventsOf(over.caseId)).filter(({ event }) => event === "nomination.lapsed");
  expect(lapses).toHaveLength(1);
});
