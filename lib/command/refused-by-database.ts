import { type AppError, conflict } from "@/lib/errors/app-error";

/** What the database's own rules say to a person, by the name of the rule; `cases` is the detail that came with it. */
const REFUSALS: Readonly<Record<string, (cases: string) => AppError>> = {
  deadline_responsible: () =>
    conflict(
      "An open hard deadline needs somebody at work who answers for it. Choose an active consultant or manager.",
    ),
  app_user_responsible: (cases) =>
    conflict(
      cases === "1"
        ? "1 case has open hard deadlines that only this person answers for. Give it to somebody else first."
        : `${cases} cases have open hard deadlines that only this person answers for. Give them to somebody else first.`,
    ),
  invitation_two_keys: () =>
    conflict("One person enters the date of an invitation, and another one confirms it. Ask a colleague."),
};

/** A constraint of the database that a person can break by a fair command, as the refusal it is; else the error itself. */
export function asRefusal(error: unknown): unknown {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ("constraint" in current && typeof current.constraint === "string") {
      const detail = "detail" in current && typeof current.detail === "string" ? current.detail : "";
      return REFUSALS[current.constraint]?.(detail) ?? error;
    }
  }
  return error;
}
