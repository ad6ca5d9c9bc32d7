import type { NextRequest } from "next/server";
import { withRouteCaller } from "@/lib/auth/route-caller";
import { runCommand } from "@/lib/command/run-command";
import { exportReport } from "@/lib/reports/commands/export-report";

interface RouteContext {
  params: Promise<{ name: string; file: string }>;
}

/** A table of a report, or the rows behind a figure, as its address stands, as a file. */
export function GET(request: NextRequest, { params }: RouteContext): Promise<Response> {
  return withRouteCaller(request, async ({ runtime, caller }) => {
    const { name, file } = await params;
    const query = request.nextUrl.search;
    const { csv, fileName } = await runCommand(runtime, caller, exportReport, { name, file, query });
    return new Response(csv, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${fileName}"`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
}
