import "server-only";
import { refresh } from "next/cache";
import { redirect, RedirectType, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { requireActionCaller } from "@/lib/auth/action-caller";
import { asUnavailable } from "@/lib/auth/current-session";
import { logUnexpected } from "@/lib/runtime/logger";
import { runtime } from "@/lib/runtime/runtime";
import { AppError } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { toActionResult, type ActionResult } from "./action-result";
import type { Command } from "./define-command";
import { readForm, typedTexts } from "./read-form";
import { inReadersLanguage } from "./readers-language";
import { runCommand } from "./run-command";

interface ActionOptions<Result> {
  /** Where a success leads; without it the page stays and is rendered anew. */
  redirectTo?: (result: Result) => string;
}

/**
 * Turns a command into a form's server action. Checks the request's origin, finds the caller in the database,
 * runs the command, and answers with an ActionResult: never a stack, never a thrown error.
 */
export function defineAction<Schema extends z.ZodObject, Facts, Result>(
  command: Command<Schema, Facts, Result>,
  options: ActionOptions<Result> = {},
): (previous: ActionResult<Result> | null, form: FormData) => Promise<ActionResult<Result>> {
  return async (_previous, form) => {
    let requestId: string = newId();
    let result: Result;
    try {
      const called = await requireActionCaller();
      requestId = called.requestId;
      const key = form.get("idempotencyKey");
      result = await runCommand(await runtime(), called.caller, command, readForm(command.input, form), {
        ...(typeof key === "string" && key !== "" ? { idempotencyKey: key } : {}),
      });
    } catch (error) {
      // Nobody signed in: the redirect to the sign-in page travels as a thrown value.
      unstable_rethrow(error);
      const refusal = asUnavailable(error);
      if (!(refusal instanceof AppError)) logUnexpected(error, requestId);
      return inReadersLanguage(toActionResult(refusal, requestId, typedTexts(command.input, form)));
    }
    if (options.redirectTo) redirect(options.redirectTo(result), RedirectType.push);
    refresh();
    return { ok: true, data: result };
  };
}
