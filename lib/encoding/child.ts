import { assemble } from "@/lib/encoding/assemble";
import { describe } from "@/lib/encoding/describe";
import { EncodingFault } from "@/lib/encoding/fault";
import { decodeMessage, encodeMessage, readToEnd } from "@/lib/encoding/message";
import { shrink } from "@/lib/encoding/shrink";
import type { EncodingJob } from "@/lib/encoding/types";

/** The child process: one message in, one job, one message out. It knows nothing but the bytes it is given. */
async function main(): Promise<void> {
  const message = decodeMessage(await readToEnd(process.stdin as AsyncIterable<Buffer>, Infinity));
  if (message === null) throw new Error("The message was cut off.");
  const { header, part } = await answer(message.header as EncodingJob, message.parts);
  for (const piece of encodeMessage(header, part === undefined ? [] : [part])) process.stdout.write(piece);
}

interface Answer {
  readonly header: object;
  readonly part?: Buffer;
}

/** Whatever a parser throws over a client's bytes, it is the bytes that are to blame. */
async function answer(job: EncodingJob, sources: readonly Buffer[]): Promise<Answer> {
  try {
    return await doJob(job, sources);
  } catch (error) {
    return { header: { failure: error instanceof EncodingFault ? error.failure : "damaged" } };
  }
}

async function doJob(job: EncodingJob, sources: readonly Buffer[]): Promise<Answer> {
  const [only = Buffer.alloc(0)] = sources;
  switch (job.op) {
    case "describe":
      return { header: await describe(only) };
    case "assemble": {
      const { bytes, ...header } = await assemble(job.pages, sources);
      return { header, part: bytes };
    }
    case "shrink": {
      const { bytes, ...header } = await shrink(only, job.maxBytes);
      return { header, part: bytes };
    }
  }
}

await main();
