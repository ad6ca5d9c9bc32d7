import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { getFileWithFacts, getFirmDay } from "@/lib/cases/queries";
import { visibleColleagues } from "@/lib/cases/visibility";
import type { StaffContext } from "@/lib/command/actor-context";
import { notFound } from "@/lib/errors/app-error";
import { getRuleTables } from "@/lib/rules/queries";
import { visibleSignOffs } from "@/lib/submission/visibility";
import { getFactsOfCasesAt } from "../history/queries";
import { getCaseFacts } from "../queries";
import { formSections, openPoints, sheetPeople } from "./compose";
import type { FormsSheet, Representative, SheetInstant } from "./types";
import { visibleFirmContact } from "./visibility";

/** The consultant who owns the file, and the firm. */
async function getRepresentative(ctx: StaffContext, ownerId: string): Promise<Representative> {
  const firms = visibleFirmContact(ctx);
  const colleagues = visibleColleagues(ctx);
  const [firm] = await ctx.db.select().from(firms);
  const [owner] = await ctx.db
    .select({ name: colleagues.name, licenceNumber: colleagues.licenceNumber })
    .from(colleagues)
    .where(eq(colleagues.id, ownerId));
  return {
    name: owner?.name ?? "",
    licenceNumber: owner?.licenceNumber ?? null,
    firm: firm ?? { name: "", address: null, phone: null, email: null },
  };
}

/** The sign-off that stands: not taken back. */
async function findSignOff(ctx: StaffContext, caseId: string) {
  const signed = visibleSignOffs(ctx);
  const [latest] = await ctx.db
    .select({ at: signed.at, factsVersion: signed.factsVersion })
    .from(signed)
    .where(and(eq(signed.caseId, caseId), isNull(signed.withdrawnAt)))
    .orderBy(desc(signed.at))
    .limit(1);
  return latest ?? null;
}

interface SheetAsked {
  personId?: string | undefined;
  instant?: string | undefined;
}

/**
 * One person's facts in the order of IRCC's forms, as they are or as they were signed off. The principal where nobody
 * is asked for; as of now where nothing is signed. NOT_FOUND for a person who is not in the file, FORBIDDEN for who
 * sees the case but not the facts.
 */
export async function getFormsSheet(
  ctx: StaffContext,
  number: string,
  { personId, instant }: SheetAsked,
): Promise<FormsSheet> {
  const file = await getFileWithFacts(ctx, number);
  const { today, timeZone } = await getFirmDay(ctx);
  const signed = await findSignOff(ctx, file.id);
  const shown: SheetInstant = instant === "signed" && signed !== null ? "signed" : "now";
  const facts =
    shown === "signed" && signed !== null
      ? (await getFactsOfCasesAt(ctx, new Map([[file.id, signed.at]]))).get(file.id)
      : await getCaseFacts(ctx, file.id);
  const people = facts ? sheetPeople(facts) : [];
  const person = personId === undefined ? people[0] : people.find(({ id }) => id === personId);
  if (!facts || !person) throw notFound();
  const sections = formSections({
    ...{ facts, personId: person.id, on: today },
    representative: await getRepresentative(ctx, file.ownerId),
    options: { tables: await getRuleTables(ctx) },
  });
  return {
    ...{
      caseId: file.id,
      number: file.number,
      timeZone,
      instant: shown,
      people,
      personId: person.id,
      sections,
    },
    signedAt: signed?.at ?? null,
    changedSince: signed !== null && signed.factsVersion !== file.factsVersion,
    ...openPoints(sections),
    mayMend: file.mayEdit && shown === "now",
  };
}
