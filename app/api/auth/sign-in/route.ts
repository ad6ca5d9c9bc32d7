import type { NextRequest } from "next/server";
import { answerSignIn } from "@/lib/auth/sign-in-answer";

export function POST(request: NextRequest): Promise<Response> {
  return answerSignIn(request);
}
