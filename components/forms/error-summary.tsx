import { use, type Ref } from "react";
import { fieldId } from "@/components/ui/form-state";
import { StatusIcon } from "@/components/ui/status-icon";
import type { ActionResult } from "@/lib/command/action-result";
import { FormTextsContext } from "./form-texts";

interface ErrorSummaryProps {
  failure: Extract<ActionResult<unknown>, { ok: false }>;
  idPrefix: string;
  ref?: Ref<HTMLDivElement>;
}

/** What went wrong, first of all in the form, with a link to each field. ActionForm shows and focuses it. */
export function ErrorSummary({ failure, idPrefix, ref }: ErrorSummaryProps) {
  const errors = Object.entries(failure.fieldErrors);
  const { reference } = use(FormTextsContext);
  const tone = failure.code === "CONFLICT" ? "watch" : "late";
  return (
    <div
      ref={ref}
      tabIndex={-1}
      role="alert"
      className={`mb-4 flex items-start gap-3 rounded-lg px-4 py-3 ${tone === "watch" ? "bg-watch-soft" : "bg-late-soft"}`}
    >
      <StatusIcon tone={tone} className="mt-0.5" />
      <div className="min-w-0">
        <p className="font-semibold">{failure.message}</p>
        {errors.length > 0 && (
          <ul className="mt-1 space-y-1">
            {errors.map(([name, message]) => (
              <li key={name}>
                <a href={`#${fieldId(idPrefix, name)}`} className="text-link">
                  {message}
                </a>
              </li>
            ))}
          </ul>
        )}
        {failure.requestId !== undefined && failure.code === "INTERNAL" && (
          <p className="mt-1 text-xs text-ink-2">
            {reference} {failure.requestId}
          </p>
        )}
      </div>
    </div>
  );
}
