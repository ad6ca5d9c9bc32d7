import type { NextRequest } from "next/server";
import { landLink } from "@/lib/auth/link-landing";

interface Landing {
  params: Promise<{ token: string }>;
}

export async function GET(request: NextRequest, { params }: Landing): Promise<Response> {
  return landLink(request, (await params).token, "/reset");
}
