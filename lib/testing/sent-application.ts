/** A case whose application was sent, for tests of what comes after: its rows, and a paper of the file. */
import { newId } from "@/lib/ids/id";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone, DEFAULT_ZONE } from "@/lib/express-entry/timing/zone";
import { acknowledge } from "@/lib/processing/commands/acknowledge";
import { checkCompleteness } from "@/lib/processing/commands/check-completeness";
import { getProcessingPage } from "@/lib/processing/queries";
import type { ProcessingPage } from "@/lib/processing/types";
import { isStaffContext } from "@/lib/command/actor-context";
import type { TestDatabase } from "./database";
import type { TestCase, TestFirm } from "./firm";

/** Days since the application was sent. */
const SENT_AGO = 90;

export function sentApplications(database: TestDatabase, firm: TestFirm) {
  /** So many days ago in the firm's zone; negative: ahead. */
  const ago = (days: number): IsoDate => addDays(dateInZone(new Date(), DEFAULT_ZONE), -days);

  /** Records a submission past every command. */
  async function send(file: TestCase, daysAgo = SENT_AGO): Promise<void> {
    await database.owner.query(
      `insert into submission (id, case_id, client_id, invitation_id, submitted_at, confirmation_number, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5::date + time '15:00', 'E001234567', $6, now())`,
      [newId(), file.caseId, file.clientId, newId(), ago(daysAgo), file.ownerId],
    );
  }

  const addSent = async (stage = "SUBMITTED"): Promise<TestCase> => {
    const file = await firm.addCase({ stage });
    await send(file);
    return file;
  };

  /** A paper that was put into the file. */
  async function addPaper(file: TestCase, title: string): Promise<string> {
    const id = newId();
    await database.owner.query(
      "insert into document (id, case_id, client_id, title) values ($1, $2, $3, $4)",
      [id, file.caseId, file.clientId, title],
    );
    return id;
  }

  const pageOf = (file: TestCase): Promise<ProcessingPage> =>
    firm.read(firm.consultant, (ctx) => {
      if (!isStaffContext(ctx)) throw new Error("read as staff");
      return getProcessingPage(ctx, file.number);
    });

  /** What every form of the application's page sends along. */
  const on = async (file: TestCase) => ({
    caseId: file.caseId,
    version: (await pageOf(file)).current?.version,
  });

  const addAcknowledged = async (): Promise<TestCase> => {
    const file = await addSent();
    await firm.run(firm.consultant, acknowledge, {
      ...{ caseId: file.caseId, number: "E001234567" },
      ...{ receivedOn: ago(SENT_AGO), acknowledgedOn: ago(SENT_AGO - 1) },
    });
    return file;
  };

  /** Past the completeness check: IRCC is at work. */
  const addInProcess = async (): Promise<TestCase> => {
    const file = await addAcknowledged();
    await firm.run(firm.consultant, checkCompleteness, {
      ...{ ...(await on(file)), outcome: "passed", on: ago(60) },
    });
    return file;
  };

  /** The clocks of what comes after submission, each in one line. */
  async function clocksOf(file: TestCase): Promise<string[]> {
    const { rows } = await database.owner.query<{ line: string }>(
      `select concat_ws(' ', kind, state, due_on, case when hard then 'hard' else 'soft' end) as line from deadline
       where case_id = $1 order by kind, due_on`,
      [file.caseId],
    );
    return rows.map(({ line }) => line);
  }

  const stageOf = async (file: TestCase): Promise<string> => {
    const { rows } = await database.owner.query<{ stage: string }>(
      "select stage from case_file where id = $1",
      [file.caseId],
    );
    return rows[0]?.stage ?? "";
  };

  return { ago, send, addSent, addPaper, pageOf, on, addAcknowledged, addInProcess, clocksOf, stageOf };
}
