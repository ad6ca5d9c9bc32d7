import type { NextRequest } from "next/server";
import { printAssessment } from "@/lib/assessment/commands/print-assessment";
import { withRouteCaller } from "@/lib/auth/route-caller";
import { runCommand } from "@/lib/command/run-command";

interface RouteContext {
  params: Promise<{ number: string }>;
}

/** The assessment of a case on a day, as a paper the client takes home. */
export function GET(request: NextRequest, { params }: RouteContext): Promise<Response> {
  return withRouteCaller(request, async ({ runtime, caller }) => {
    const { number } = await params;
    const on = request.nextUrl.searchParams.get("on") ?? undefined;
    const { pdf, fileName } = await runCommand(runtime, caller, printAssessment, { number, on });
    return new Response(new Uint8Array(pdf), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `attachment; filename="${fileName}"`,
        "content-length": String(pdf.byteLength),
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
}
