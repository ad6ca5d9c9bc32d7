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
