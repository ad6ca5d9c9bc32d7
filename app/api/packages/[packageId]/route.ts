import type { NextRequest } from "next/server";
import { withRouteCaller } from "@/lib/auth/route-caller";
import { deliverPackage } from "@/lib/packages/delivery";

interface RouteContext {
  params: Promise<{ packageId: string }>;
}

/** A package as a ZIP, streamed; each download is in the log before its first byte. */
export function GET(request: NextRequest, { params }: RouteContext): Promise<Response> {
  return withRouteCaller(request, async ({ runtime, caller }) => {
    const { body, headers } = await deliverPackage(runtime, caller, (await params).packageId);
    return new Response(body, { headers });
  });
}
