import type { NextRequest } from "next/server";
import { withRouteCaller } from "@/lib/auth/route-caller";
import { runCommand } from "@/lib/command/run-command";
import { exportReplay } from "@/lib/draws/commands/export-replay";

/** The viewer's clients against a round, list by list, as a file. */
export function GET(
  request: NextRequest,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return withRouteCaller(request, async ({ runtime, caller }) => {
    const { csv } = await runCommand(runtime, caller, exportReplay, { roundId: (await params).id });
    return new Response(csv, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="replay.csv"',
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
}
