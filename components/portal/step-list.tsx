import { Check } from "lucide-react";
import { portalWords } from "./words";

export interface Step {
  label: string;
  text: string;
}

interface StepListProps {
  label: string;
  steps: readonly Step[];
  /** Index of the step that is going on: those before it are done. */
  current: number;
}

const DONE = "border-ok bg-ok text-surface";
const NOW = "border-2 border-info bg-surface";
const LATER = "border-line-strong bg-surface";

/** A way in steps, done, going on and to come; the state is also said, not only drawn. */
export async function StepList({ label, steps, current }: StepListProps) {
  const { t } = await portalWords();
  return (
    <ol aria-label={label} className="p-4">
      {steps.map((step, index) => (
        <li
          key={step.label}
          aria-current={index === current ? "step" : undefined}
          className="relative grid grid-cols-[1.5rem_1fr] gap-3 pb-4 not-last:before:absolute not-last:before:top-6 not-last:before:bottom-0 not-last:before:left-[11.5px] not-last:before:w-px not-last:before:bg-line-strong last:pb-0"
        >
          <span
            aria-hidden
            className={`grid size-6 place-items-center rounded-full border ${index < current ? DONE : index === current ? NOW : LATER}`}
          >
            {index < current && <Check size={14} strokeWidth={2.5} />}
            {index === current && <span className="size-2 rounded-full bg-info" />}
          </span>
          <span>
            <span className={index > current ? "block text-ink-2" : "block font-semibold"}>
              {step.label}
              {index < current && <span className="sr-only">, {t("journey.stepDone")}</span>}
              {index === current && <span className="sr-only">, {t("journey.stepNow")}</span>}
            </span>
            <span className="block text-base text-ink-2">{step.text}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
