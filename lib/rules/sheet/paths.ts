/** Places in a table's JSON, as the readers of lib/express-entry name them: `A.rows[3].points`. */
import type { RuleBody } from "../types";

type Step = string | number;

function stepsOf(path: string): Step[] {
  return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, key, index]) => key ?? Number(index));
}

/** The value at a path; undefined where there is none. Reads own keys only. */
export function valueAt(body: unknown, path: string): unknown {
  return stepsOf(path).reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, step)
        ? (value as Record<Step, unknown>)[step]
        : undefined,
    body,
  );
}

function withValue(value: unknown, [step, ...rest]: readonly Step[], next: unknown): unknown {
  if (step === undefined) return next;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return value;
  const inner = withValue((value as Record<Step, unknown>)[step], rest, next);
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === step ? inner : item));
  return { ...value, [step]: inner };
}

/** A copy with another value at a path that exists; an unknown path changes nothing. */
export function replaceAt(body: RuleBody, path: string, next: unknown): RuleBody {
  return withValue(body, stepsOf(path), next) as RuleBody;
}
