import type { NextRequest } from "next/server";
import { withRouteCaller } from "@/lib/auth/route-caller";
import { exportTimeline } from "@/lib/cases/commands/export-timeline";
import { runCommand } from "@/lib/command/run-command";

interface RouteContext {
  params: Promise<{ number: string }>;
}

/** What happened on a case, as a file. */
export function GET(request: NextRequest, { params }: RouteContext): Promise<Response> {
  return withRouteCaller(request, async ({ runtime, caller }) => {
    const { number } = await params;
    const kind = request.nextUrl.searchParams.get("kind") ?? undefined;
    const done = await runCommand(runtime, caller, exportTimeline, { number, kind });
    return new Response(done.csv, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="timeline-${done.number}.csv"`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
}
