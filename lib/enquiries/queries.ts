import "server-only";
import { asc, desc, eq } from "drizzle-orm";
import { getFileWithFacts, getFirmDay } from "@/lib/cases/queries";
import { hasEnded } from "@/lib/cases/rules";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { visibleRounds } from "@/lib/draws/visibility";
import { notFound } from "@/lib/errors/app-error";
import type { RoundProgram } from "@/lib/express-entry/draws/invited";
import { shippedTables, type RuleTables } from "@/lib/express-entry/rule-tables";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { getCaseFacts } from "@/lib/people/queries";
import { getRuleTables } from "@/lib/rules/queries";
import { compareFacts } from "./comparison/rules";
import { factsOf, guessesOf } from "./facts/rules";
import type {
  Answers,
  AnswersComparison,
  FirmContact,
  RecentRound,
  Submission,
  SubmissionNotice,
  Visit,
} from "./types";
import { enquiryTakers, filesOfSender, publicFirm, visibleSubmissions } from "./visibility";

/** Rounds of the last months that a result is compared with. */
const ROUNDS = 60;
/** Submissions of one person that anybody reads. */
const MOST_SUBMISSIONS = 20;

/** Who takes what comes in: whom the firm chose, else the manager who has been here longest, else anybody who may. */
export async function findEnquiryTaker(ctx: ActorContext) {
  const takers = enquiryTakers(ctx);
  const rows = await ctx.db.select().from(takers).orderBy(asc(takers.createdAt), asc(takers.id));
  return rows.find(({ chosen }) => chosen) ?? rows.find(({ role }) => role === "manager") ?? rows[0] ?? null;
}

/** How a visitor reaches the firm, and whose licence it works under. */
async function getFirmContact(ctx: ActorContext): Promise<FirmContact> {
  const firms = publicFirm(ctx);
  const [firm] = await ctx.db.select().from(firms);
  const taker = await findEnquiryTaker(ctx);
  const licensed = taker?.licenceNumber ? { name: taker.name, number: taker.licenceNumber } : null;
  return {
    name: firm?.name ?? "Landfall",
    address: firm?.address ?? null,
    phone: firm?.phone ?? null,
    email: firm?.email ?? null,
    licensed,
  };
}

/** The newest round of each program and category, newest first. */
async function listRecentRounds(ctx: ActorContext): Promise<RecentRound[]> {
  const rounds = visibleRounds(ctx);
  const rows = await ctx.db
    .select({ program: rounds.program, date: rounds.date, lowestCrs: rounds.lowestCrs })
    .from(rounds)
    .orderBy(desc(rounds.date), desc(rounds.number))
    .limit(ROUNDS);
  return rows
    .filter(({ program }, index) => rows.findIndex((row) => row.program === program) === index)
    .map(({ program, ...row }) => ({ ...row, program: program as RoundProgram }));
}

function areShipped(tables: RuleTables): boolean {
  return (Object.keys(shippedTables) as (keyof RuleTables)[]).every((kind) => {
    const [firms, shipped]: [readonly unknown[], readonly unknown[]] = [tables[kind], shippedTables[kind]];
    return firms.length === shipped.length && firms.every((version, index) => version === shipped[index]);
  });
}

/** What the page of the free assessment needs of the firm; nothing of any client. */
export async function getVisit(ctx: ActorContext): Promise<Omit<Visit, "token">> {
  const { today } = await getFirmDay(ctx);
  // Nobody who comes now was ever judged by a ruleset that was taken back.
  const tables = { ...(await getRuleTables(ctx)), retired: [] };
  return {
    today,
    firm: await getFirmContact(ctx),
    rounds: await listRecentRounds(ctx),
    // The browser has the shipped ones; only what an administrator entered has to be told.
    tables: areShipped(tables) ? null : tables,
  };
}

/** What a new submission is compared with. */
export interface SenderFile {
  caseId: string;
  clientId: string;
  number: string;
  ownerId: string;
  open: boolean;
  /** Birth date and e-mail are the same; or the e-mail and the name, while the file has no birth date. */
  samePerson: boolean;
}

const sameWords = (one: string, other: string) =>
  one.trim().localeCompare(other.trim(), "en", { sensitivity: "base" }) === 0;

/** The firm's files under the sender's address, the open and the newest first. */
export async function listFilesOfSender(
  ctx: ActorContext,
  sender: { email: string; givenName: string; familyName: string; answers: Answers },
): Promise<SenderFile[]> {
  const files = filesOfSender(ctx, sender.email);
  const rows = await ctx.db.select().from(files).orderBy(desc(files.createdAt)).limit(20);
  return rows
    .map(({ stage, givenName, familyName, birthDate, createdAt: _createdAt, ...row }) => ({
      ...row,
      open: !hasEnded(stage),
      samePerson:
        birthDate === null
          ? sameWords(givenName, sender.givenName) && sameWords(familyName, sender.familyName)
          : birthDate === sender.answers.you.birthDate,
    }))
    .sort((a, b) => Number(b.open) - Number(a.open));
}

/** One submission on a case. NOT_FOUND for none, and for who may not see it. */
export async function getSubmission(
  ctx: StaffContext,
  caseId: string,
  submissionId: string,
): Promise<Submission> {
  const found = (await listSubmissions(ctx, caseId)).find(({ id }) => id === submissionId);
  if (!found) throw notFound();
  return found;
}

/** What came in from the free assessment on a case, newest first. */
async function listSubmissions(ctx: StaffContext, caseId: string): Promise<Submission[]> {
  const { timeZone } = await getFirmDay(ctx);
  const submissions = visibleSubmissions(ctx);
  const rows = await ctx.db
    .select()
    .from(submissions)
    .where(eq(submissions.caseId, caseId))
    .orderBy(desc(submissions.receivedAt))
    .limit(MOST_SUBMISSIONS);
  return rows.map(({ caseId: _caseId, ...row }) => ({
    ...row,
    receivedOn: dateInZone(row.receivedAt, timeZone),
  }));
}

/** A case and what was sent for it, for who may read its facts. FORBIDDEN for the others. */
async function getCaseWithSubmissions(ctx: StaffContext, number: string) {
  const file = await getFileWithFacts(ctx, number);
  return { file, submissions: await listSubmissions(ctx, file.id) };
}

/** For the assessment of a case: how many submissions there are, and since when the newest waits. */
export async function getSubmissionNotice(
  ctx: StaffContext,
  number: string,
): Promise<SubmissionNotice | null> {
  const { submissions } = await getCaseWithSubmissions(ctx, number);
  const newest = submissions[0];
  if (!newest) return null;
  const waiting = submissions.find(({ outcome, comparedAt }) => outcome === "matched" && comparedAt === null);
  return { receivedOn: (waiting ?? newest).receivedOn, waits: waiting !== undefined };
}

/** A case's submissions, the newest that waits (or else the newest) compared with the facts as they are. */
export async function getComparison(ctx: StaffContext, number: string): Promise<AnswersComparison> {
  const { file, submissions } = await getCaseWithSubmissions(ctx, number);
  const submission =
    submissions.find(({ outcome, comparedAt }) => outcome === "matched" && comparedAt === null) ??
    submissions[0];
  if (!submission) throw notFound();
  const now = await getCaseFacts(ctx, file.id);
  const told = factsOf(submission.answers, { today: submission.receivedOn, assume: false });
  const items = compareFacts(now, told).map(({ operation, ...item }) => ({
    ...item,
    takeable: operation !== null,
  }));
  const { timeZone } = await getFirmDay(ctx);
  return {
    caseId: file.id,
    timeZone,
    submission,
    items,
    guesses: guessesOf(submission.answers),
    allowed: { import: file.mayEdit },
  };
}
