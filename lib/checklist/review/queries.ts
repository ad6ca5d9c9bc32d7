import "server-only";
import { eq, inArray } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import { visibleCases } from "@/lib/cases/visibility";
import type { StaffContext } from "@/lib/command/actor-context";
import { listVersionsOf } from "@/lib/documents/queries";
import { previewOf, senderOf } from "@/lib/documents/rules";
import type { DocumentVersion } from "@/lib/documents/types";
import { visibleNames } from "@/lib/documents/visibility";
import { forbidden, notFound } from "@/lib/errors/app-error";
import { validityWords } from "@/lib/express-entry/documents/validity";
import { documentRulesOn } from "@/lib/express-entry/rule-tables";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import { countryName } from "@/lib/format/countries";
import { getCaseFacts } from "@/lib/people/queries";
import { isAllowed } from "@/lib/policy/can";
import { describePerson } from "../groups";
import { deriveChecklist, findOpenInvitation, getRequirement, listRequirements } from "../queries";
import { dateQuestion, specOf } from "../rules";
import type { RequirementRow, RequirementSpec } from "../types";
import { validityOf } from "../validity";
import { listFlagsOfVersion } from "../flags/queries";
import { findHold } from "../holds/queries";
import { comparedFacts } from "./rules";
import { originsOf, othersOf } from "../sources/queries";
import type { BesideIt, Review, ReviewVersion } from "./types";

async function namesOf(ctx: StaffContext, versions: readonly DocumentVersion[]) {
  const ids = [...new Set(versions.map(({ uploadedBy }) => uploadedBy))];
  if (ids.length === 0) return new Map<string, string>();
  const names = visibleNames(ctx);
  const rows = await ctx.db.select().from(names).where(inArray(names.id, ids));
  return new Map(rows.map(({ id, name, role }) => [id, role === "client" ? "the client" : name]));
}

function reviewVersion(
  version: DocumentVersion,
  names: ReadonlyMap<string, string>,
  origins: ReadonlyMap<string, string>,
): ReviewVersion {
  const { id, number, fileName, mediaType, size, state, uploadedAt, returnReason } = version;
  const preview = previewOf(version);
  const sentBy = senderOf(version, names);
  const madeFrom = origins.get(id) ?? null;
  return {
    ...{ id, number, fileName, mediaType, size, preview, state, sentBy, returnReason, madeFrom },
    sentAt: uploadedAt,
  };
}

/** The accepted passport of the same person: what names, dates and numbers are compared with. */
async function besideIt(ctx: StaffContext, line: RequirementRow): Promise<BesideIt[]> {
  if (line.kind === "passport") return [];
  const lines = await listRequirements(ctx, line.caseId);
  const passport = lines.find(
    ({ kind, personId, state }) => kind === "passport" && personId === line.personId && state === "accepted",
  );
  const versions = passport ? await listVersionsOf(ctx, passport.id) : [];
  const accepted = versions.find(({ state }) => state === "accepted");
  return accepted ? [{ title: "Passport", versionId: accepted.id, preview: previewOf(accepted) }] : [];
}

function expectationOf(spec: RequirementSpec): string | null {
  if (spec.issuedAfter !== null) return `After ${plainDate(spec.issuedAfter)}, when the last stay ended`;
  if (spec.factsLastDay === null) return null;
  return spec.rule === "until_expiry"
    ? `The facts say ${plainDate(spec.factsLastDay)}`
    : `From the facts it counts to ${plainDate(spec.factsLastDay)}`;
}

/** One document under review, with everything the decision rests on. NOT_FOUND where it is not the viewer's. */
export async function getReview(ctx: StaffContext, requirementId: string): Promise<Review> {
  const line = await getRequirement(ctx, requirementId);
  const cases = visibleCases(ctx);
  const [file] = await ctx.db.select().from(cases).where(eq(cases.id, line.caseId));
  if (!file) throw notFound();
  if (!isAllowed(ctx.actor, "document.review", file))
    throw forbidden("You do not review documents of this case.");
  const derived = await deriveChecklist(ctx, file);
  const open = await findOpenInvitation(ctx, file.id);
  const spec = specOf(line, derived);
  const versions = await listVersionsOf(ctx, line.id);
  const names = await namesOf(ctx, versions);
  const origins = await originsOf(ctx, line.caseId);
  const facts = derived?.facts ?? (await getCaseFacts(ctx, line.caseId));
  const { today, timeZone } = await getFirmDay(ctx);
  const person = facts.people.find(({ id }) => id === line.personId);
  const described = person ? describePerson(person, today) : null;
  return {
    requirementId: line.id,
    version: line.version,
    title: line.title,
    state: line.state,
    caseNumber: file.number,
    caseName: file.displayName,
    personName: described?.name ?? null,
    personDetail: described?.detail ?? null,
    reason: line.reason,
    goodExample: spec.goodExample,
    plannedOn: file.plannedSubmissionOn,
    lastDay: open?.deadlineDate ?? null,
    today,
    timeZone,
    openedAt: ctx.now,
    validity: validityOf(line, spec, file.plannedSubmissionOn ?? open?.deadlineDate ?? null),
    validityWords: validityWords(spec.rule, spec.rules ?? documentRulesOn(today)),
    rule: spec.rule,
    issuedAfter: spec.issuedAfter,
    question: dateQuestion(spec.rule),
    issuedOn: line.issuedOn,
    validUntil: line.validUntil,
    expectation: expectationOf(spec),
    points: spec.acceptancePoints,
    faults: spec.commonFaults,
    versions: versions.map((version) => reviewVersion(version, names, origins)),
    beside: await besideIt(ctx, line),
    facts: comparedFacts(line, facts, countryName),
    flags: versions[0] ? await listFlagsOfVersion(ctx, versions[0].id) : [],
    hold: await findHold(ctx, line.id),
    ...(await othersOf(ctx, line, facts)),
    allowed: {
      review: true,
      open: isAllowed(ctx.actor, "document.open", file),
      message: isAllowed(ctx.actor, "message.send", file),
    },
  };
}
