"use client";

import { Check, CircleAlert } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { CheckboxBox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { StatusIcon } from "@/components/ui/status-icon";
import { useShortcut } from "@/components/ui/use-shortcut";
import { flagDocumentAction } from "@/lib/checklist/actions";
import { openFacts } from "@/lib/checklist/review/rules";
import type { ComparedFact, DocumentFlag, Review } from "@/lib/checklist/review/types";
import { SettleFlag } from "./settle-flag";

/** The flag that answers for a fact: one that still stands, or that was explained. */
function flagOf({ flags }: Review, fact: ComparedFact): DocumentFlag | undefined {
  return flags.find(({ key, settled }) => key === fact.key && settled?.how !== "fact_corrected");
}

/** Facts of the case that nobody has said anything about on this document. */
export function factsToCompare(review: Review, agreed: readonly string[]): ComparedFact[] {
  const flagged = review.flags.filter(({ settled }) => settled?.how !== "fact_corrected");
  return openFacts(review.facts, agreed, flagged);
}

interface FactProps {
  review: Review;
  fact: ComparedFact;
  agreed: boolean;
  differing: boolean;
  onAgree: (on: boolean) => void;
  onDiffer: (on: boolean) => void;
}

function Fact({ review, fact, agreed, differing, onAgree, onDiffer }: FactProps) {
  const flag = flagOf(review, fact);
  return (
    <li className="border-b border-line py-1.5 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-2">
        <span className="w-28 shrink-0 text-sm text-ink-2">{fact.label}</span>
        <span className="min-w-0 flex-1 basis-28 text-sm font-semibold wrap-anywhere">{fact.says}</span>
        {!flag && (
          <span className="ml-auto flex items-center gap-3 text-xs">
            <label className="flex min-h-7 items-center gap-1 max-md:min-h-11">
              <CheckboxBox
                checked={agreed}
                aria-label={`${fact.label} agrees`}
                onChange={(event) => onAgree(event.target.checked)}
              />
              <span aria-hidden>agrees</span>
            </label>
            <button
              type="button"
              aria-expanded={differing}
              aria-label={`${fact.label} contradicts`}
              onClick={() => onDiffer(!differing)}
              className="min-h-7 text-link max-md:min-h-11"
            >
              contradicts
            </button>
          </span>
        )}
      </div>
      {differing && !flag && <FlagForm {...{ review, fact }} onFlagged={() => onDiffer(false)} />}
      {flag && <FlagLine flag={flag} />}
    </li>
  );
}

interface FlagFormProps {
  review: Review;
  fact: ComparedFact;
  onFlagged: () => void;
}

function FlagForm({ review, fact, onFlagged }: FlagFormProps) {
  const says = useRef<HTMLInputElement>(null);
  useEffect(() => says.current?.focus(), []);
  const { requirementId, versions } = review;
  return (
    <ActionForm
      action={flagDocumentAction}
      hidden={{ requirementId, versionId: versions[0]?.id ?? "", fact: fact.key }}
      successMessage={`${fact.label}: flagged`}
      onSuccess={onFlagged}
      label={`Flag ${fact.label}`}
    >
      <div className="mt-1 flex items-end gap-2">
        <Field name="documentSays" label="What the document says" required className="flex-1">
          <Input ref={says} maxLength={200} />
        </Field>
        <SubmitButton size="sm" pendingLabel="Flagging…">
          Flag it
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function FlagLine({ flag }: { flag: DocumentFlag }) {
  const { settled } = flag;
  return (
    <div className="mt-0.5 flex items-start gap-1.5 text-xs">
      <StatusIcon tone={settled === null ? "watch" : "ok"} size={14} className="mt-px" />
      <p className="min-w-0 flex-1">
        The document says <b className="font-semibold">{flag.documentSays}</b>
        {settled === null ? `; flagged by ${flag.by}.` : `. ${settled.reason ?? ""} (${settled.by})`}
      </p>
      {settled === null && <SettleFlag flag={flag} />}
    </div>
  );
}

interface ComparedFactsProps {
  review: Review;
  agreed: readonly string[];
  error: string | undefined;
  onAgree: (token: string, on: boolean) => void;
}

/** The facts that this document has to bear out: each is found on it, or what it says instead is flagged. */
export function ComparedFacts({ review, agreed, error, onAgree }: ComparedFactsProps) {
  const [differing, setDiffering] = useState<string | null>(null);
  const [next] = factsToCompare(review, agreed);
  useShortcut("e", () => next && onAgree(next.token, true));
  useShortcut("x", () => next && setDiffering(next.key));
  if (review.facts.length === 0) return null;
  const open = factsToCompare(review, agreed).length;
  return (
    <section aria-labelledby="compared" className="mt-4 border-t border-line pt-4">
      <h2 id="compared" className="flex items-baseline text-base font-[650]">
        Facts to confirm
        <span className="ml-auto flex items-center gap-1 text-xs font-normal text-ink-3">
          {open === 0 ? <Check size={12} aria-hidden /> : <CircleAlert size={12} aria-hidden />}
          {review.facts.length - open} of {review.facts.length} compared
        </span>
      </h2>
      <ul className="mt-1">
        {review.facts.map((fact) => (
          <Fact
            key={fact.key}
            {...{ review, fact }}
            agreed={agreed.includes(fact.token)}
            differing={differing === fact.key}
            onAgree={(on) => onAgree(fact.token, on)}
            onDiffer={(on) => setDiffering(on ? fact.key : null)}
          />
        ))}
      </ul>
      {error !== undefined && <p className="mt-1 text-sm font-medium text-late">{error}</p>}
    </section>
  );
}
