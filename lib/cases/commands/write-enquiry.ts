import "server-only";
import { sql } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { caseFile, client, stageChange } from "@/lib/db/schema/cases";
import { familyFact, person } from "@/lib/db/schema/facts";
import { caseNumberCounter } from "@/lib/db/schema/firm";
import { personName } from "@/lib/format/names";
import { newId } from "@/lib/ids/id";

/** Who asks, how to reach them, and who takes it. */
export interface NewEnquiry {
  givenName: string;
  familyName: string;
  email: string;
  phone: string | null;
  /** The language the client wrote in. */
  locale?: "en" | "fr";
  source: string | null;
  enquiryNote: string | null;
  ownerId: string;
  /** Of the file number, in the firm's zone. */
  year: number;
}

export interface OpenedEnquiry {
  caseId: string;
  clientId: string;
  number: string;
}

/** The next file number of the year, such as 26-0412; the counter's row serialises two that ask at once. */
async function nextNumber(ctx: ActorContext, year: number): Promise<string> {
  const [counter] = await ctx.db
    .insert(caseNumberCounter)
    .values({ year, last: 1 })
    .onConflictDoUpdate({ target: caseNumberCounter.year, set: { last: sql`${caseNumberCounter.last} + 1` } })
    .returning({ last: caseNumberCounter.last });
  if (!counter) throw new Error("the counter of file numbers gave none");
  return `${String(year % 100).padStart(2, "0")}-${String(counter.last).padStart(4, "0")}`;
}

/** Writes a new file at its first stage: client, case, principal, family and file number in the caller's transaction. */
export async function writeEnquiry(ctx: ActorContext, enquiry: NewEnquiry): Promise<OpenedEnquiry> {
  const [caseId, clientId] = [newId<"Case">(), newId<"Client">()];
  const name = { givenName: enquiry.givenName, familyName: enquiry.familyName };
  const number = await nextNumber(ctx, enquiry.year);
  await ctx.db.insert(client).values({
    id: clientId,
    ...name,
    email: enquiry.email,
    phone: enquiry.phone,
    locale: enquiry.locale ?? "en",
    createdAt: ctx.now,
  });
  await ctx.db.insert(caseFile).values({
    id: caseId,
    number,
    clientId,
    ownerId: enquiry.ownerId,
    stage: "ENQUIRY",
    stageSince: ctx.now,
    displayName: personName(name),
    source: enquiry.source,
    enquiryNote: enquiry.enquiryNote,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  });
  await ctx.db.insert(person).values({ id: newId(), caseId, clientId, role: "principal", ...name });
  await ctx.db.insert(familyFact).values({ caseId, clientId });
  await ctx.db.insert(stageChange).values({
    id: newId(),
    caseId,
    clientId,
    fromStage: null,
    toStage: "ENQUIRY",
    at: ctx.now,
    byUserId: ctx.actor.kind === "system" ? null : ctx.actor.userId,
  });
  return { caseId, clientId, number };
}
