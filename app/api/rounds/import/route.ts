import type { NextRequest } from "next/server";
import { withRouteCaller } from "@/lib/auth/route-caller";
import { isStaffContext } from "@/lib/command/actor-context";
import { runCommand } from "@/lib/command/run-command";
import { runQuery } from "@/lib/command/run-query";
import { importRounds } from "@/lib/draws/commands/import-rounds";
import { previewImport } from "@/lib/draws/import/queries";
import { MAX_FILE_BYTES } from "@/lib/draws/import/rules";
import { AppError, forbidden } from "@/lib/errors/app-error";
import { requestBytes } from "../../uploads/request-bytes";

const TOO_LARGE = "The file is larger than 5 MB. IRCC's whole history is under 1 MB.";

async function readText(request: NextRequest): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_FILE_BYTES)
    throw new AppError("TOO_LARGE", TOO_LARGE);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of requestBytes(request.body)) {
    size += chunk.length;
    if (size > MAX_FILE_BYTES) throw new AppError("TOO_LARGE", TOO_LARGE);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/**
 * A file of rounds, as the body: what it would change, and with `?write=1` the change itself. `skip` names rounds to
 * leave as they are, `leaveFaulty=1` takes the rest of a file that has faulty rows.
 */
export function POST(request: NextRequest): Promise<Response> {
  return withRouteCaller(request, async ({ runtime, caller }) => {
    const { searchParams: asked } = request.nextUrl;
    const text = await readText(request);
    const answer =
      asked.get("write") === "1"
        ? await runCommand(runtime, caller, importRounds, {
            text,
            source: asked.get("source") ?? "",
            skip: asked.getAll("skip"),
            leaveFaulty: asked.get("leaveFaulty") === "1",
          })
        : await runQuery(runtime, caller, (ctx) => {
            if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff record rounds.");
            return previewImport(ctx, text);
          });
    return Response.json(answer, { headers: { "cache-control": "private, no-store" } });
  });
}
