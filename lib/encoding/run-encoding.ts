import "server-only";
import { z } from "zod";
import { CHILD_LIMITS, runChild, type ChildLimits } from "@/lib/encoding/run-child";
import type { EncodingJob, EncodingResult, EncodingResults } from "@/lib/encoding/types";

/** Found from the folder the product is started in, as the worker's own program is. */
const PROGRAM = "lib/encoding/child.ts";

const failures = ["timed_out", "too_large_in_memory", "damaged", "encrypted", "unsupported"] as const;
const types = z.enum(["pdf", "jpeg", "png"]);

/** A child that was taken over may answer anything: nothing of it is believed unread. */
const headers = {
  describe: z.object({
    type: types,
    pages: z.array(z.object({ width: z.number(), height: z.number(), hasText: z.boolean() })).min(1),
  }),
  assemble: z.object({ pages: z.int().positive() }),
  shrink: z.object({ type: types, fits: z.boolean(), dpi: z.number().nullable() }),
};
const failed = z.object({ failure: z.enum(failures) });

/**
 * Reads or makes a document in a process of its own (SECURITY.md 5.7). Gives a plain failure for whatever the bytes
 * do to that process; the sources stay as they are.
 */
export async function runEncoding<Job extends EncodingJob>(
  job: Job,
  sources: readonly Buffer[],
  limits: ChildLimits = CHILD_LIMITS,
): Promise<EncodingResult<Job["op"]>> {
  const reply = await runChild(PROGRAM, { header: job, parts: sources }, limits);
  if (!reply.ok) return reply;
  const failure = failed.safeParse(reply.header);
  if (failure.success) return { ok: false, failure: failure.data.failure };
  const [bytes = Buffer.alloc(0)] = reply.parts;
  return { ok: true, value: readers[job.op as Job["op"]](reply.header, bytes) };
}

/** The answer to each job, read with its schema. */
const readers: {
  readonly [Op in EncodingJob["op"]]: (header: unknown, bytes: Buffer) => EncodingResults[Op];
} = {
  describe: (header) => headers.describe.parse(header),
  assemble: (header, bytes) => ({ ...headers.assemble.parse(header), bytes }),
  shrink: (header, bytes) => ({ ...headers.shrink.parse(header), bytes }),
};
