import type { NextRequest } from "next/server";
import {
  admitPublicForm,
  assertFreshForm,
  networkOfRequest,
  publicFormCaller,
  readBoundedJson,
} from "@/lib/auth/public-form";
import { withRoute } from "@/lib/auth/route-caller";
import { runCommand } from "@/lib/command/run-command";
import { receiveAssessment } from "@/lib/enquiries/commands/receive-assessment";
import { LEAST_SECONDS, PUBLIC_FORM } from "@/lib/enquiries/rules";

/** Bytes: the longest lists of answers, with room. */
const LONGEST = 32 * 1024;

/** The one answer to everything that was taken, whoever it is from. */
const thanks = () =>
  Response.json({ received: true }, { status: 202, headers: { "cache-control": "private, no-store" } });

/** A field that people do not see and robots fill in. It leaves before the strict schema looks. */
function withoutTrap(body: unknown): { trapped: boolean; form: Record<string, unknown> } {
  if (typeof body !== "object" || body === null) return { trapped: false, form: {} };
  const { website, ...form } = body as Record<string, unknown>;
  return { trapped: website !== undefined && website !== "", form };
}

/** The free assessment, sent with the visitor's consent: becomes an enquiry. 202, 413, 415, 422, 429. */
export function POST(request: NextRequest): Promise<Response> {
  return withRoute(request, async ({ runtime, trace }) => {
    const caller = publicFormCaller("public-assessment", trace);
    const network = networkOfRequest(runtime, trace, request);
    const { trapped, form } = withoutTrap(await readBoundedJson(request, LONGEST));
    await admitPublicForm(runtime, caller, PUBLIC_FORM, network);
    // A robot that fell for the field learns nothing of it.
    if (trapped) return thanks();
    const token = typeof form.token === "string" ? form.token : "";
    await assertFreshForm(runtime, caller, PUBLIC_FORM, token, LEAST_SECONDS);
    await runCommand(runtime, caller, receiveAssessment, form);
    return thanks();
  });
}
