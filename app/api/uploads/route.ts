import type { NextRequest } from "next/server";
import { withRouteCaller } from "@/lib/auth/route-caller";
import { runCommand } from "@/lib/command/run-command";
import { reserveUpload } from "@/lib/documents/commands/reserve-upload";
import { invalid } from "@/lib/errors/app-error";

/** An announcement is a few hundred bytes: more is not one. */
const MAX_BODY = 16_384;

async function readJson(request: Request): Promise<unknown> {
  const length = Number(request.headers.get("content-length") ?? 0);
  if (length > MAX_BODY) throw invalid("This is not an announcement of a file.");
  try {
    return await request.json();
  } catch {
    throw invalid("Send the announcement as JSON.");
  }
}

/** Reserves an upload: `{caseId, requirementId, fileName, size, sha256?, title?}` (CONTRACT.md). */
export function POST(request: NextRequest): Promise<Response> {
  return withRouteCaller(request, async ({ runtime, caller }) => {
    const key = request.headers.get("idempotency-key");
    const { uploadId } = await runCommand(runtime, caller, reserveUpload, await readJson(request), {
      ...(key ? { idempotencyKey: key } : {}),
    });
    return Response.json(
      { id: uploadId, uploadUrl: `/api/uploads/${uploadId}` },
      {
        status: 201,
        headers: { "cache-control": "private, no-store", location: `/api/uploads/${uploadId}` },
      },
    );
  });
}
