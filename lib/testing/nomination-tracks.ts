import { beforeAll } from "vitest";
import type { StaffContext } from "@/lib/command/actor-context";
import type { Command } from "@/lib/command/define-command";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone, DEFAULT_ZONE } from "@/lib/express-entry/timing/zone";
import { acceptOffer } from "@/lib/nominations/commands/accept-offer";
import { recordNomination } from "@/lib/nominations/commands/record-nomination";
import { recordOffer } from "@/lib/nominations/commands/record-offer";
import { startApplication } from "@/lib/nominations/commands/start-application";
import { getNominationPage } from "@/lib/nominations/track/queries";
import type { NominationPage } from "@/lib/nominations/types";
import { recordProfile } from "@/lib/profiles/commands/record-profile";
import type { TestDatabase } from "./database";
import type { TestCase, TestFirm } from "./firm";
import { addProfileTwo, lifeUntil } from "./profile-two";

/** IRCC's score of the profiles of these tests. */
export const PROFILE_SCORE = 480;
/** With a nomination: 600 at most for all additional factors, of which the Canadian degree has 30 already. */
export const NOMINEE_SCORE = PROFILE_SCORE + 600 - 30;

export interface NominationTracks {
  /** Today in the firm's zone, by the database, less so many days. */
  ago(days: number): IsoDate;
  /** Profile 2 of the reference, 60 days in the pool. */
  addInPool(): Promise<TestCase>;
  /** The same with a nomination by British Columbia that waits in IRCC's account. */
  addOffered(offeredOn: IsoDate): Promise<TestCase>;
  pageOf(file: TestCase, viewer?: TestFirm["consultant"]): Promise<NominationPage>;
  /** Records a step of the newest track, on its version of now. */
  record(file: TestCase, command: object, fields: Record<string, unknown>): Promise<unknown>;
  accept(file: TestCase, acceptedOn: IsoDate, livesThere?: boolean): Promise<unknown>;
  profileOf(file: TestCase): Promise<{ crs_score: number; classes: string[] } | undefined>;
  /** Stage and program of the case, and the nomination among its facts. */
  fileOf(file: TestCase): Promise<object | undefined>;
  /** The clocks of its nominations: `nomination_offer open 2026-12-23`. */
  clocksOf(file: TestCase): Promise<string[]>;
}

/** Call at the top of a database test, after `testFirm`: ways to take a case along the track of a nomination. */
export function nominationTracks(database: TestDatabase, firm: TestFirm): NominationTracks {
  let today: IsoDate = "";
  let profileNumber = 500_000_000;
  beforeAll(async () => {
    const { rows } = await database.owner.query<{ now: Date }>("select now() as now");
    today = dateInZone(rows[0]?.now ?? new Date(0), DEFAULT_ZONE);
  });
  const ago = (days: number) => addDays(today, -days);
  const rowOf = async <T extends object>(sql: string, { caseId }: TestCase) =>
    (await database.owner.query<T>(sql, [caseId])).rows;

  const tracks: NominationTracks = {
    ago,
    async addInPool() {
      const file = await firm.addCase({ stage: "PROFILE_PREPARATION" });
      await addProfileTwo((sql, values) => database.owner.query(sql, values), file, lifeUntil(today));
      profileNumber += 1;
      const profile = { profileNumber: `E${profileNumber}`, submittedAt: `${ago(60)}T14:05:09Z` };
      const input = { caseId: file.caseId, ...profile, crsScore: PROFILE_SCORE, historic: false };
      await firm.run(firm.consultant, recordProfile, input);
      return file;
    },
    async addOffered(offeredOn) {
      const file = await tracks.addInPool();
      const stream = { province: "BC", streamName: "Skilled Worker" };
      await firm.run(firm.consultant, startApplication, {
        ...{ caseId: file.caseId, ...stream, appliedOn: ago(50) },
      });
      await tracks.record(file, recordNomination, {
        ...{ issuedOn: ago(45), certificateNumber: "BC-10442", expiresOn: ago(-120) },
      });
      await tracks.record(file, recordOffer, { offeredOn });
      return file;
    },
    pageOf: (file, viewer = firm.consultant) =>
      firm.read(viewer, (ctx) => getNominationPage(ctx as StaffContext, file.caseId)),
    async record(file, command, fields) {
      const [track] = (await tracks.pageOf(file)).tracks;
      const input = { caseId: file.caseId, nominationId: track?.id, version: track?.version, ...fields };
      return firm.run(firm.consultant, command as Command, input);
    },
    accept: (file, acceptedOn, livesThere = true) =>
      tracks.record(file, acceptOffer, { acceptedOn, livesThere }),
    async profileOf(file) {
      const sql = "select crs_score, classes from express_entry_profile where case_id = $1";
      return (await rowOf<{ crs_score: number; classes: string[] }>(sql, file))[0];
    },
    async fileOf(file) {
      const sql = `select c.stage, c.program, f.nomination from case_file c
        join family_fact f on f.case_id = c.id where c.id = $1`;
      return (await rowOf(sql, file))[0];
    },
    async clocksOf(file) {
      const sql = `select source_kind || ' ' || state || ' ' || to_char(due_on, 'YYYY-MM-DD') as clock from deadline
        where case_id = $1 and kind = 'nomination' order by 1`;
      return (await rowOf<{ clock: string }>(sql, file)).map(({ clock }) => clock);
    },
  };
  return tracks;
}
