import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { hasEnded } from "@/lib/cases/rules";
import type { LockedCase } from "@/lib/cases/types";
import type { StaffContext } from "@/lib/command/actor-context";
import { factProof } from "@/lib/db/schema/proofs";
import { conflict } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { getProofFigures } from "../queries";
import type { LedgerFact, NeedProof } from "../types";

interface Paper {
  caseId: string;
  factKey: string;
  need: string;
  version: number;
}

/**
 * The paper of the fact that the form was opened on. CONFLICT where the fact is not claimed any more, where somebody
 * else has said something of it meanwhile, or where the case has ended.
 */
export async function loadPaper(
  ctx: StaffContext,
  file: LockedCase,
  { factKey, need, version }: Paper,
): Promise<{ fact: LedgerFact; paper: NeedProof }> {
  if (hasEnded(file.stage)) throw conflict("This case is at its end: its proofs stay as they are.");
  const { facts } = await getProofFigures(ctx, file.id);
  const fact = facts.find(({ key }) => key === factKey);
  const paper = fact?.papers.find((one) => one.need === need);
  if (!fact || !paper) throw conflict("This fact is not claimed any more. Reload the page.");
  if (paper.version !== version)
    throw conflict("Somebody else has looked at this proof meanwhile. Read what they say first.", {
      version: paper.version,
    });
  return { fact, paper };
}

type Word = Pick<typeof factProof.$inferInsert, "holds" | "requirementId" | "versionId" | "page" | "note">;

/** Stores a word on one paper in place of the one before; the case is locked. */
export async function writeWord(
  ctx: StaffContext,
  file: LockedCase,
  paper: Paper,
  word: Word,
): Promise<void> {
  const said = { ...word, decidedBy: ctx.actor.userId, decidedAt: ctx.now };
  const { factKey, need } = paper;
  if (paper.version === 0) {
    await ctx.db
      .insert(factProof)
      .values({ id: newId(), caseId: file.id, clientId: file.clientId, factKey, need, ...said });
    return;
  }
  await ctx.db
    .update(factProof)
    .set({ ...said, version: sql`${factProof.version} + 1` })
    .where(
      and(
        eq(factProof.caseId, file.id),
        eq(factProof.factKey, factKey),
        eq(factProof.need, need),
        eq(factProof.version, paper.version),
      ),
    );
}
