import "server-only";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import { audited } from "@/lib/audit/events";
import { isStaffContext, type ActorContext, type StaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { caseFile, client, stageChange } from "@/lib/db/schema/cases";
import { familyFact, person } from "@/lib/db/schema/facts";
import { caseNumberCounter } from "@/lib/db/schema/firm";
import { forbidden, invalid } from "@/lib/errors/app-error";
import { personName } from "@/lib/format/names";
import { formatCount } from "@/lib/format/quantities";
import { newId } from "@/lib/ids/id";
import { can } from "@/lib/policy/can";
import { findAssignee, findFilesWithEmail, getFirmDay, type SameEmail } from "../queries";
import { openEnquiryInput } from "../schemas";

type Input = z.output<typeof openEnquiryInput>;

interface Facts {
  sameEmail: SameEmail;
  ownerId: string;
  ownerName: string;
  year: number;
}

/** `Maria Lopes, 26-0301, and 1 file of a colleague`. */
function describeSameEmail({ visible, hidden }: SameEmail): string {
  const files = visible.map((file) => `${file.displayName}, ${file.number}`);
  const others = hidden === 0 ? [] : [`${formatCount(hidden, "file")} of a colleague`];
  return [...files, ...others].join("; ");
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

async function insertRows(ctx: StaffContext, input: Input, facts: Facts) {
  const [caseId, clientId] = [newId<"Case">(), newId<"Client">()];
  const name = { givenName: input.givenName ?? "", familyName: input.familyName };
  const number = await nextNumber(ctx, facts.year);
  await ctx.db.insert(client).values({
    id: clientId,
    ...name,
    email: input.email,
    phone: input.phone,
    createdAt: ctx.now,
  });
  await ctx.db.insert(caseFile).values({
    id: caseId,
    number,
    clientId,
    ownerId: facts.ownerId,
    stage: "ENQUIRY",
    stageSince: ctx.now,
    displayName: personName(name),
    source: input.source,
    enquiryNote: input.enquiryNote,
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
    byUserId: ctx.actor.userId,
  });
  return { caseId, clientId, number };
}

/**
 * Opens a file for a new client: client, case, principal, family and file number in one go. Files of the firm
 * under the same e-mail address are named first (conflict check); `openAnyway` opens one more.
 */
export const openEnquiry = defineCommand({
  name: "case.open",
  input: openEnquiryInput,
  async load(ctx, input): Promise<Facts> {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff open a file.");
    const day = await getFirmDay(ctx);
    const owner = await findAssignee(ctx, input.ownerId ?? ctx.actor.userId);
    return {
      sameEmail: await findFilesWithEmail(ctx, input.email),
      ownerId: owner?.id ?? "",
      ownerName: owner?.name ?? "",
      year: Number(day.today.slice(0, 4)),
    };
  },
  authorise(actor, facts) {
    const create = can(actor, "case.create");
    if (!create.allowed) return create;
    const forOneself = actor.kind === "staff" && facts.ownerId === actor.userId;
    return forOneself ? create : can(actor, "case.assign");
  },
  async execute(ctx, facts, input) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff open a file.");
    if (facts.ownerId === "")
      throw invalid("Choose somebody else.", {
        ownerId: "Only an active consultant or manager can own a case.",
      });
    const files = describeSameEmail(facts.sameEmail);
    if (files !== "" && !input.openAnyway) {
      throw invalid("This e-mail address is already in the firm.", {
        openAnyway: `Already there: ${files}. Look there first, or tick the box to open another file.`,
      });
    }
    const opened = await insertRows(ctx, input, facts);
    return audited(opened, {
      event: "case.opened",
      object: { kind: "case", id: opened.caseId },
      caseId: opened.caseId,
      clientId: opened.clientId,
      detail: { number: opened.number, owner: facts.ownerName, sameEmail: files !== "" },
    });
  },
});
