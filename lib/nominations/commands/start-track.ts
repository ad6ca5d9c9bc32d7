import "server-only";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { nomination } from "@/lib/db/schema/nominations";
import { conflict, invalid } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { findStream } from "../catalogue/queries";
import { mayStart } from "../track/rules";

interface NamedStream {
  streamId: string | null;
  province: string | null;
  streamName: string | null;
}

/** The stream of a new track: a line of the catalogue, or a province and a name. INVALID where neither is given. */
export async function requireStream(
  ctx: ActorContext,
  { streamId, province, streamName }: NamedStream,
): Promise<{ streamId: string | null; province: string; streamName: string }> {
  if (streamId !== null) {
    const stream = await findStream(ctx, streamId);
    if (!stream)
      throw invalid("Choose the stream again.", { streamId: "This stream is not in the catalogue." });
    return { streamId, province: stream.province, streamName: stream.name };
  }
  if (province !== null && streamName !== null) return { streamId, province, streamName };
  throw invalid("Say which stream it is.", {
    streamId: "Choose a stream, or enter the province and the stream's name.",
  });
}

type Columns = Omit<
  typeof nomination.$inferInsert,
  "id" | "caseId" | "clientId" | "recordedBy" | "createdAt" | "updatedAt"
>;

/** Opens a track of a locked case. CONFLICT in a stage in which no province is approached. */
export async function startTrack(ctx: ActorContext, file: LockedCase, columns: Columns): Promise<string> {
  const may = mayStart(file.stage);
  if (!may.allowed) throw conflict(may.reason, { stage: file.stage });
  const id = newId<"Nomination">();
  const recordedBy = ctx.actor.kind === "system" ? file.ownerId : ctx.actor.userId;
  const { id: caseId, clientId } = file;
  await ctx.db
    .insert(nomination)
    .values({ ...columns, ...{ id, caseId, clientId, recordedBy }, createdAt: ctx.now, updatedAt: ctx.now });
  return id;
}
