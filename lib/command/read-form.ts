import type { z } from "zod";

/**
 * Takes from a form exactly the fields the schema names: nothing is spread, so an added `role` or `status`
 * never reaches a command (SECURITY.md T3). A field sent several times is an array.
 */
export function readForm(schema: z.ZodObject, form: FormData): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const key of Object.keys(schema.shape)) {
    const values = form.getAll(key).filter((value): value is string => typeof value === "string");
    if (values.length === 1) input[key] = values[0];
    else if (values.length > 1) input[key] = values;
  }
  return input;
}

const SECRET = /password|passcode|token/i;

/** What was typed, as text to show again after a refusal; secrets are typed anew. */
export function typedTexts(schema: z.ZodObject, form: FormData): Record<string, string> {
  const typed = Object.entries(readForm(schema, form)).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && !SECRET.test(entry[0]),
  );
  return Object.fromEntries(typed);
}
