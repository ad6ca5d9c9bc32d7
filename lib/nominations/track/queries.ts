import "server-only";
import { and, asc, desc, eq, inArray, lte } from "drizzle-orm";
import { getFirmDay, listCaseDocuments } from "@/lib/cases/queries";
import type { CaseStage } from "@/lib/cases/types";
import { visibleCaseRows } from "@/lib/cases/visibility";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { listLatestRounds } from "@/lib/draws/queries";
import { forbidden, notFound } from "@/lib/errors/app-error";
import type { Program } from "@/lib/express-entry/eligibility/criterion";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { assessStream, streamCandidate } from "@/lib/express-entry/nomination/stream-fit";
import type { RuleTables } from "@/lib/express-entry/rule-tables";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { getCaseFacts } from "@/lib/people/queries";
import { can, isAllowed } from "@/lib/policy/can";
import { listInvitations, listProfiles } from "@/lib/profiles/queries";
import type { ProfileDto } from "@/lib/profiles/types";
import { getRuleTables } from "@/lib/rules/queries";
import { listStreams } from "../catalogue/queries";
import { provinceName, streamStateOn } from "../catalogue/rules";
import { nominationEffect } from "../effect/rules";
import type {
  NominationDocumentDto,
  NominationDto,
  NominationEffect,
  NominationPage,
  NominationTrack,
  StreamDto,
  StreamForCase,
} from "../types";
import { visibleNominationDocuments, visibleNominations } from "../visibility";
import { dueOf, ENDED, mayStart, stepsOf, withdrawalWarning } from "./rules";

type NominationRow = Awaited<ReturnType<typeof selectNominations>>[number];

function selectNominations(ctx: ActorContext, caseId: string) {
  const nominations = visibleNominations(ctx);
  return ctx.db
    .select()
    .from(nominations)
    .where(eq(nominations.caseId, caseId))
    .orderBy(desc(nominations.createdAt), desc(nominations.id));
}

function toNomination(row: NominationRow): NominationDto {
  const { id, streamId, province, streamName, status, version } = row;
  const { interestOn, answerBy, appliedOn, referenceNumber, decisionExpectedOn } = row;
  const { issuedOn, certificateNumber, expiresOn, offeredOn, acceptBy, acceptedOn } = row;
  const { endedOn, endedReason, irccToldOn } = row;
  return {
    ...{ id, streamId, province, streamName, status, version },
    ...{ interestOn, answerBy, appliedOn, referenceNumber, decisionExpectedOn },
    ...{ issuedOn, certificateNumber, expiresOn, offeredOn, acceptBy, acceptedOn },
    ...{ endedOn, endedReason, irccToldOn },
  };
}

/** Every track of a case, newest first. */
export async function listNominations(ctx: ActorContext, caseId: string): Promise<NominationDto[]> {
  return (await selectNominations(ctx, caseId)).map(toNomination);
}

async function listDocuments(ctx: ActorContext, caseId: string) {
  const documents = visibleNominationDocuments(ctx);
  return ctx.db
    .select()
    .from(documents)
    .where(eq(documents.caseId, caseId))
    .orderBy(asc(documents.createdAt), asc(documents.id));
}

type DocumentRow = Awaited<ReturnType<typeof listDocuments>>[number];

function toDocument(row: DocumentRow): NominationDocumentDto {
  const { id, title, dueOn, sentOn, version, documentId, documentTitle } = row;
  const document = documentId === null ? null : { id: documentId, title: documentTitle ?? "" };
  return { id, title, dueOn, sentOn, version, document };
}

/** One paper for a province, with its track; NOT_FOUND for another case's. */
export async function getNominationDocument(
  ctx: ActorContext,
  caseId: string,
  itemId: string,
): Promise<NominationDocumentDto & { nominationId: string }> {
  const row = (await listDocuments(ctx, caseId)).find(({ id }) => id === itemId);
  if (!row) throw notFound();
  return { ...toDocument(row), nominationId: row.nominationId };
}

/** Class of the invitation that is open, or that was answered with an application; null: there is none. */
export async function findInvitationClass(ctx: ActorContext, caseId: string): Promise<Program | null> {
  const invitations = await listInvitations(ctx, caseId);
  const standing = invitations.find(({ status }) => status === "open" || status === "submitted");
  return standing?.invitationClass ?? null;
}

/** At most this many offers lapse in one run; the next run takes the rest. */
const DUE_BATCH = 200;

/** Offers whose 30 days may be over; the command that lets them lapse looks at the day in the firm's zone. */
export async function listDueOffers(ctx: ActorContext): Promise<{ caseId: string; nominationId: string }[]> {
  const { today } = await getFirmDay(ctx);
  const nominations = visibleNominations(ctx);
  return ctx.db
    .select({ caseId: nominations.caseId, nominationId: nominations.id })
    .from(nominations)
    .where(and(inArray(nominations.status, ["offered"]), lte(nominations.acceptBy, today)))
    .limit(DUE_BATCH);
}

interface Subject {
  facts: CaseFacts;
  tables: RuleTables;
  today: IsoDate;
  profile: ProfileDto | null;
  score: number | null;
}

function streamsFor(streams: readonly StreamDto[], subject: Subject): StreamForCase[] {
  const { facts, tables, today, score } = subject;
  const candidate = streamCandidate(facts, today, score, { tables });
  return streams.map((stream) => ({
    stream,
    state: streamStateOn(stream, today),
    fit: assessStream(stream, candidate),
  }));
}

/** Of which province the effect is told: of the track that came furthest, else of the best stream, else where they mean to live. */
function provinceOf(tracks: readonly NominationDto[], fitting: readonly StreamForCase[], facts: CaseFacts) {
  const open = tracks.find(({ status }) => !ENDED.includes(status));
  return open?.province ?? fitting[0]?.stream.province ?? facts.family.intendedProvince;
}

async function effectFor(
  ctx: StaffContext,
  subject: Subject,
  province: string | null,
): Promise<NominationEffect | null> {
  if (province === null || province === "QC") return null;
  const { facts, tables, today, profile } = subject;
  const rounds = await listLatestRounds(ctx);
  return nominationEffect({
    facts,
    on: today,
    tables,
    province,
    rounds,
    profileScore: profile?.crsScore ?? null,
  });
}

async function toTracks(
  ctx: StaffContext,
  file: { id: string; stage: CaseStage; mayRecord: boolean },
): Promise<NominationTrack[]> {
  const nominations = await listNominations(ctx, file.id);
  if (nominations.length === 0) return [];
  const documents = await listDocuments(ctx, file.id);
  const restsOn = await findInvitationClass(ctx, file.id);
  return nominations.map((track) => {
    const warning = withdrawalWarning(track, restsOn);
    const steps = file.mayRecord ? stepsOf(track, file.stage) : [];
    return {
      ...track,
      documents: documents.filter(({ nominationId }) => nominationId === track.id).map(toDocument),
      steps: steps.filter((step) => step !== "tell_ircc" || warning !== null),
      due: dueOf(track),
      warning,
    };
  });
}

type Outlook = Pick<NominationPage, "streams" | "otherStreams" | "effect" | "choices">;
type FileRow = { id: string; crsScore: number | null };

/** Streams that fit and what a nomination would do, while a province can still be approached. */
async function outlookFor(
  ctx: StaffContext,
  { id, crsScore }: FileRow,
  today: IsoDate,
  tracks: readonly NominationDto[],
): Promise<Outlook> {
  const profile = (await listProfiles(ctx, id)).find(({ status }) => status === "live") ?? null;
  const facts = await getCaseFacts(ctx, id);
  const tables = await getRuleTables(ctx);
  const subject: Subject = { facts, tables, today, profile, score: profile?.crsScore ?? crsScore };
  const streams = await listStreams(ctx);
  const compared = streamsFor(streams, subject).filter(({ state }) => state !== "closed");
  const fitting = compared
    .filter(({ fit }) => fit.verdict !== "not_met")
    .toSorted((a, b) => Number(b.fit.verdict === "met") - Number(a.fit.verdict === "met"));
  return {
    streams: fitting,
    otherStreams: compared.length - fitting.length,
    effect: await effectFor(ctx, subject, provinceOf(tracks, fitting, facts)),
    choices: streams.map(({ id: value, name, province }) => ({
      value,
      label: `${provinceName(province)}: ${name}`,
    })),
  };
}

const NO_OUTLOOK: Outlook = { streams: [], otherStreams: 0, effect: null, choices: [] };

/** The nomination track of a case: what was recorded, what may be, which streams fit, and what a nomination would do. */
export async function getNominationPage(ctx: StaffContext, caseId: string): Promise<NominationPage> {
  const cases = visibleCaseRows(ctx);
  const [file] = await ctx.db.select().from(cases).where(eq(cases.id, caseId));
  if (!file) throw notFound();
  const mayRead = can(ctx.actor, "facts.read", file);
  if (!mayRead.allowed) throw forbidden(mayRead.reason);
  const { today } = await getFirmDay(ctx);
  const mayRecord = isAllowed(ctx.actor, "nomination.record", file);
  const tracks = await toTracks(ctx, { id: file.id, stage: file.stage, mayRecord });
  const approachable = mayStart(file.stage).allowed;
  return {
    ...{ caseId, number: file.number, today, tracks, approachable },
    ...(approachable ? await outlookFor(ctx, file, today, tracks) : NO_OUTLOOK),
    documents: mayRecord && tracks.length > 0 ? await listCaseDocuments(ctx, caseId) : [],
    allowed: { start: mayRecord && approachable, record: mayRecord },
  };
}
