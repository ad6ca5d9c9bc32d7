import "server-only";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { deriveCase } from "@/lib/assessment/commands/derive-case";
import { audited, type AuditEntry } from "@/lib/audit/events";
import { mayMailAgain } from "@/lib/auth/credentials";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { writeEnquiry } from "@/lib/cases/commands/write-enquiry";
import type { ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { lockFor } from "@/lib/command/lock-for";
import { publicAssessment } from "@/lib/db/schema/enquiries";
import { AppError, invalid } from "@/lib/errors/app-error";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { principalOf } from "@/lib/express-entry/family";
import { newId } from "@/lib/ids/id";
import { hashToken } from "@/lib/ids/token";
import { queueMail } from "@/lib/mail/queue-mail";
import { listOccupations } from "@/lib/occupations/queries";
import { recordChanges } from "@/lib/people/commands/record-changes";
import { getCaseFacts } from "@/lib/people/queries";
import { compareFacts } from "../comparison/rules";
import { factsOf, guessesOf, nocCodesOf } from "../facts/rules";
import { findEnquiryTaker, listFilesOfSender, type SenderFile } from "../queries";
import { firstFaultyStep } from "../questionnaire/rules";
import { CONSENT_TEXTS, CONSENT_VERSION, PUBLIC_SOURCE } from "../rules";
import { receiveAssessmentInput } from "../schemas";
import type { Answers } from "../types";
import { takeOver } from "./take-over";

type Input = z.output<typeof receiveAssessmentInput>;

interface Facts {
  today: IsoDate;
  /** This form came before: whatever it is, it counts once. */
  known: boolean;
  files: SenderFile[];
  taker: { id: string; name: string } | null;
}

/** Where the submission is kept. */
interface Place {
  caseId: string;
  clientId: string;
  ownerId: string;
}

/** What staff must know before they read the facts; shown with the enquiry. */
function noteOf(answers: Answers, files: readonly SenderFile[], locale: Input["locale"]): string {
  const guessed = guessesOf(answers).map(({ who, level }) => `${who} ${level}`);
  const others = files.map(({ number, open, samePerson }) => {
    const whose = samePerson ? "the same person" : "another person";
    return `${number} (${whose}, ${open ? "open" : "closed"})`;
  });
  return [
    `Filled in the public assessment, in ${locale === "fr" ? "French" : "English"}, and agreed to be contacted.`,
    ...(guessed.length > 0 ? [`Levels guessed, not tested: ${guessed.join(", ")}.`] : []),
    ...(others.length > 0 ? [`The same e-mail address is on file ${others.join(", ")}.`] : []),
  ].join("\n");
}

async function openFile(
  ctx: ActorContext,
  { files, taker, today }: Facts,
  input: Input,
): Promise<Place & { number: string }> {
  // No firm without staff: then nobody could read what came in.
  if (taker === null)
    throw new AppError("UNAVAILABLE", "The firm cannot take assessments yet.", { retryAfter: 3600 });
  const { givenName, familyName, email, phone, locale, answers } = input;
  const opened = await writeEnquiry(ctx, {
    ...{ givenName, familyName, email, phone, locale },
    source: PUBLIC_SOURCE,
    enquiryNote: noteOf(answers, files, locale),
    ownerId: taker.id,
    year: Number(today.slice(0, 4)),
  });
  const file = await getCaseForUpdate(ctx, opened.caseId);
  const before = await getCaseFacts(ctx, file.id);
  const told = factsOf(answers, { today, assume: false }, { givenName, familyName });
  const rows = await takeOver(ctx, file, compareFacts(before, told), { you: principalOf(before).id });
  await recordChanges(ctx, file, file.factsVersion + 1, rows);
  await deriveCase(ctx, file, { factsChanged: true });
  return { ...opened, ownerId: taker.id };
}

async function keep(
  ctx: ActorContext,
  input: Input,
  place: Place,
  outcome: "opened" | "matched",
): Promise<string> {
  const id = newId();
  const { locale, answers, givenName, familyName, email, phone } = input;
  await ctx.db.insert(publicAssessment).values({
    id,
    tokenHash: hashToken(input.token),
    receivedAt: ctx.now,
    ...{ locale, answers, givenName, familyName, email, phone },
    consentVersion: CONSENT_VERSION,
    consentText: CONSENT_TEXTS[locale],
    consentedAt: ctx.now,
    outcome,
    caseId: place.caseId,
    clientId: place.clientId,
  });
  return id;
}

/** To the visitor, if this address was not written to just now, and to who takes the enquiry. */
async function tell(
  ctx: ActorContext,
  { email, locale }: Input,
  { caseId, clientId, ownerId }: Place,
): Promise<void> {
  if (await mayMailAgain(ctx, email)) {
    const kind = locale === "fr" ? "assessment_received_fr" : "assessment_received";
    await queueMail(ctx, { kind, toUserId: null, toAddress: email, clientId });
  }
  await queueMail(ctx, { kind: "enquiry_received", toUserId: ownerId, caseId, clientId });
}

/** The same rules as in the browser: nothing is kept that a "Next" would have stopped. */
async function assertUsable(
  ctx: ActorContext,
  { answers, consentVersion }: Input,
  today: IsoDate,
): Promise<void> {
  const step = firstFaultyStep(answers, today);
  if (step !== null) throw invalid("Some answers need another look.", { step });
  const codes = nocCodesOf(answers);
  const known = new Set((await listOccupations(ctx, codes)).map(({ code }) => code));
  if (codes.some((code) => !known.has(code)))
    throw invalid("An occupation is not in the list.", { step: "canada" });
  if (consentVersion !== CONSENT_VERSION) throw invalid("This page is out of date.", { token: "stale" });
}

async function isKnown(ctx: ActorContext, token: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: publicAssessment.id })
    .from(publicAssessment)
    .where(eq(publicAssessment.tokenHash, hashToken(token)));
  return rows.length > 0;
}

/**
 * Takes in what a visitor of the free assessment sent with their consent. A new person becomes an enquiry with client,
 * people and dated facts; for one whose open file we have, it waits there to be compared. The answer never tells which,
 * and it is the caller's to check the form's token and to count it against its network.
 */
export const receiveAssessment = defineCommand({
  name: "assessment.receive",
  input: receiveAssessmentInput,
  openTo: ["system"],
  async load(ctx, input): Promise<Facts> {
    // Of two forms under one address the second sees what the first has opened.
    await lockFor(ctx, `assessment:${input.email}`);
    const { today } = await getFirmDay(ctx);
    return {
      today,
      known: await isKnown(ctx, input.token),
      files: await listFilesOfSender(ctx, input),
      taker: await findEnquiryTaker(ctx),
    };
  },
  authorise: (actor) =>
    actor.kind === "system" && actor.name === "public-assessment"
      ? { allowed: true }
      : { allowed: false, reason: "This is for visitors of the free assessment." },
  async execute(ctx, facts, input) {
    await assertUsable(ctx, input, facts.today);
    if (facts.known) {
      return audited(
        {},
        { event: "assessment.received", object: { kind: "submission", id: null }, outcome: "refused" },
      );
    }
    const match = facts.files.find(({ open, samePerson }) => open && samePerson);
    const place = match ?? (await openFile(ctx, facts, input));
    const outcome = match ? "matched" : "opened";
    const id = await keep(ctx, input, place, outcome);
    await tell(ctx, input, place);
    const about = { caseId: place.caseId, clientId: place.clientId };
    const opened: AuditEntry[] = match
      ? []
      : [
          {
            event: "case.opened",
            object: { kind: "case", id: place.caseId },
            ...about,
            detail: {
              number: place.number,
              owner: facts.taker?.name ?? null,
              sameEmail: facts.files.length > 0,
            },
          },
        ];
    const received: AuditEntry = {
      event: "assessment.received",
      object: { kind: "submission", id },
      ...about,
      detail: { outcome, consent: CONSENT_VERSION, language: input.locale },
    };
    const [first = received, ...rest] = [...opened, received];
    return audited({}, first, ...rest);
  },
});
