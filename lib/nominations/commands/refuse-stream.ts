import "server-only";
import type { ActorContext } from "@/lib/command/actor-context";
import { invalid } from "@/lib/errors/app-error";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { listOccupations } from "@/lib/occupations/queries";
import { listStreams } from "../catalogue/queries";
import { streamFaults, type StreamFields } from "../catalogue/rules";

/** Codes that the classification does not have, named. */
async function codeFaults(ctx: ActorContext, codes: readonly string[]): Promise<Record<string, string>> {
  const known = new Set((await listOccupations(ctx, codes)).map(({ code }) => code));
  const unknown = codes.filter((code) => !known.has(code));
  if (unknown.length === 0) return {};
  return { nocCodes: `NOC 2021 has no occupation ${unknown.slice(0, 5).join(", ")}. Check the code.` };
}

/** Throws INVALID for a stream that cannot be entered like this, or that is in the catalogue already. */
export async function refuseStream(
  ctx: ActorContext,
  fields: StreamFields,
  { today, streamId }: { today: IsoDate; streamId: string | null },
): Promise<void> {
  const same = (await listStreams(ctx)).find(
    ({ id, province, name }) =>
      id !== streamId && province === fields.province && name.toLowerCase() === fields.name.toLowerCase(),
  );
  const faults = {
    ...(await codeFaults(ctx, fields.nocCodes)),
    ...streamFaults(fields, today),
    ...(same ? { name: "This province has a stream of this name in the catalogue already." } : {}),
  };
  if (Object.keys(faults).length > 0) throw invalid("The stream cannot be saved like this.", faults);
}
