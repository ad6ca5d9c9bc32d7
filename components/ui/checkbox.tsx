"use client";

import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { FieldError } from "./field";
import { fieldId, useFormState } from "./form-state";

const boxClass = classNames(
  "peer size-4 shrink-0 appearance-none rounded-sm border border-field-edge bg-surface",
  "checked:border-ink checked:bg-ink indeterminate:border-ink indeterminate:bg-ink aria-invalid:border-late disabled:opacity-55",
);

/** The box alone, for a table row; give it `aria-label`. The area around it takes the tap. */
export function CheckboxBox({ className, ...props }: Omit<ComponentProps<"input">, "type">) {
  return (
    <span className={classNames("relative inline-grid size-6 place-items-center", className)}>
      <input type="checkbox" {...props} className={classNames(boxClass, "before:absolute before:inset-0")} />
      <svg
        viewBox="0 0 16 16"
        aria-hidden
        className="pointer-events-none absolute hidden size-4 fill-none stroke-paper stroke-2 peer-checked:block"
      >
        <path d="m4 8.3 2.7 2.7L12 5.4" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </span>
  );
}

interface CheckboxProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  /** What is sent when it is ticked. */
  value?: string;
  defaultChecked?: boolean;
  required?: boolean;
  onCheckedChange?: (checked: boolean) => void;
}

/** A box with its words. Unticked, nothing is sent. */
export function Checkbox(props: CheckboxProps) {
  const { name, label, hint, value = "on", defaultChecked, required, onCheckedChange } = props;
  const form = useFormState();
  const id = fieldId(form.idPrefix, value === "on" ? name : `${name}-${value}`);
  const error = props.error ?? form.fieldErrors[name];
  const typed = form.values[name];
  const describedBy = [hint !== undefined && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div>
      <label htmlFor={id} className="flex min-h-8 items-start gap-2 py-1 max-md:min-h-11">
        <CheckboxBox
          id={id}
          name={name}
          value={value}
          required={required}
          defaultChecked={typed === undefined ? defaultChecked : typed === value}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy || undefined}
          onChange={onCheckedChange && ((event) => onCheckedChange(event.target.checked))}
          className="-my-0.5"
        />
        <span>
          {label}
          {hint !== undefined && (
            <span id={`${id}-hint`} className="block text-sm text-ink-2">
              {hint}
            </span>
          )}
        </span>
      </label>
      <FieldError id={`${id}-error`} message={error} />
    </div>
  );
}
