import "server-only";
import { and, asc, eq, ne } from "drizzle-orm";
import type { StaffContext } from "@/lib/command/actor-context";
import { listVersionsOfCase } from "@/lib/documents/queries";
import { madeFromWords, previewOf } from "@/lib/documents/rules";
import type { DocumentVersion } from "@/lib/documents/types";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { personName } from "@/lib/format/names";
import { canReceive } from "../rules";
import type { RequirementRow } from "../types";
import { visibleRequirements } from "../visibility";
import type { CaseFile, CaseLine } from "../review/types";
import { visibleOrigins } from "../review/visibility";

/** What files of a case were put together from, in words; files as they were sent are not in it. */
export async function originsOf(ctx: StaffContext, caseId: string): Promise<ReadonlyMap<string, string>> {
  const origins = visibleOrigins(ctx);
  const rows = await ctx.db.select().from(origins).where(eq(origins.caseId, caseId));
  return new Map(
    rows.flatMap(({ versionId, madeFrom }) =>
      madeFrom === null ? [] : [[versionId, madeFromWords(madeFrom)] as const],
    ),
  );
}

/** The newest file of every other item of the case, and the items that a file can go to. */
export async function othersOf(ctx: StaffContext, line: RequirementRow, facts: CaseFacts) {
  const nameOf = (personId: string | null) => {
    const person = facts.people.find(({ id }) => id === personId);
    return person ? personName(person) : null;
  };
  const requirements = visibleRequirements(ctx);
  const rows = await ctx.db
    .select()
    .from(requirements)
    .where(and(eq(requirements.caseId, line.caseId), ne(requirements.id, line.id)))
    .orderBy(asc(requirements.position), asc(requirements.title), asc(requirements.id));
  const lines: CaseLine[] = rows
    .filter((row) => canReceive(row, "staff").allowed && !row.noLongerNeeded)
    .map((row) => ({ requirementId: row.id, title: row.title, personName: nameOf(row.personId) }));
  const newest = new Map<string, DocumentVersion>();
  for (const version of await listVersionsOfCase(ctx, line.caseId)) {
    const known = newest.get(version.documentId);
    if (!known || known.number < version.number) newest.set(version.documentId, version);
  }
  const files: CaseFile[] = [...newest.values()]
    .filter(({ requirementId }) => requirementId !== line.id)
    .map((version) => ({
      versionId: version.id,
      requirementId: version.requirementId,
      title: version.title,
      personName: nameOf(rows.find(({ id }) => id === version.requirementId)?.personId ?? null),
      number: version.number,
      preview: previewOf(version),
    }))
    .filter(({ preview }) => preview !== "download");
  return { lines, files };
}
