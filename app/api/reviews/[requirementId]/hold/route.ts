import type { NextRequest } from "next/server";
import { withRouteCaller } from "@/lib/auth/route-caller";
import { holdReview } from "@/lib/checklist/commands/hold-review";
import { releaseReview } from "@/lib/checklist/commands/release-review";
import { runCommand } from "@/lib/command/run-command";

interface Place {
  params: Promise<{ requirementId: string }>;
}

const NO_STORE = { "cache-control": "private, no-store" };

/**
 * Takes a document to review it, and says again and again that one is still there: a route and no action, because it must
 * not render the page anew. `?over=1` takes it from a colleague.
 */
export function POST(request: NextRequest, { params }: Place): Promise<Response> {
  return withRouteCaller(request, async ({ runtime, caller }) => {
    const { requirementId } = await params;
    const takeOver = request.nextUrl.searchParams.get("over") === "1";
    const answer = await runCommand(runtime, caller, holdReview, { requirementId, takeOver });
    return Response.json(answer, { headers: NO_STORE });
  });
}

/** Gives it back: also while the page is being closed, when no action would arrive any more. */
export function DELETE(request: NextRequest, { params }: Place): Promise<Response> {
  return withRouteCaller(request, async ({ runtime, caller }) => {
    const { requirementId } = await params;
    await runCommand(runtime, caller, releaseReview, { requirementId });
    return new Response(null, { status: 204, headers: NO_STORE });
  });
}
