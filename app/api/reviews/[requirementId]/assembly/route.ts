import type { NextRequest } from "next/server";
import { readBoundedJson } from "@/lib/auth/public-form";
import { withRouteCaller } from "@/lib/auth/route-caller";
import { parseInput } from "@/lib/command/run-command";
import { assembleDocument } from "@/lib/documents/assembly";
import { assembleInput } from "@/lib/documents/schemas";

/** Twenty files with every one of their pages named fit well into this. */
const MAX_BODY = 65_536;

/** Splits and merges: makes one file of pages of the case's files. 201 once it is durable and committed. */
export function POST(
  request: NextRequest,
  { params }: { params: Promise<{ requirementId: string }> },
): Promise<Response> {
  return withRouteCaller(request, async ({ runtime, caller }) => {
    const { requirementId } = await params;
    const input = parseInput(assembleInput, await readBoundedJson(request, MAX_BODY));
    const document = await assembleDocument(runtime, caller, requirementId, input);
    return Response.json({ document }, { status: 201, headers: { "cache-control": "private, no-store" } });
  });
}
