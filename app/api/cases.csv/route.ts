import type { NextRequest } from "next/server";
import { withRouteCaller } from "@/lib/auth/route-caller";
import { exportCases } from "@/lib/cases/commands/export-cases";
import { runCommand } from "@/lib/command/run-command";

/** The cases list as its address stands, as a file. */
export function GET(request: NextRequest): Promise<Response> {
  return withRouteCaller(request, async ({ runtime, caller }) => {
    const { csv } = await runCommand(runtime, caller, exportCases, { query: request.nextUrl.search });
    return new Response(csv, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="cases.csv"',
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
}
