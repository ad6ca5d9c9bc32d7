import "server-only";
import type { RequirementRow } from "@/lib/checklist/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { document } from "@/lib/db/schema/documents";
import { newId } from "@/lib/ids/id";
import { findDocumentOf } from "../queries";

/** The one document of a checklist line; made with the first file that comes for it. A step of other commands. */
export async function documentOfLine(
  ctx: ActorContext,
  line: RequirementRow,
): Promise<{ id: string; title: string }> {
  const existing = await findDocumentOf(ctx, line.id);
  if (existing) return existing;
  const id = newId<"Document">();
  const { caseId, clientId, id: requirementId, title } = line;
  await ctx.db.insert(document).values({ id, caseId, clientId, requirementId, title, createdAt: ctx.now });
  return { id, title };
}
