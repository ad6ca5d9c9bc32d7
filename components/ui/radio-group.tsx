"use client";

import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { FieldError } from "./field";
import { fieldId, useFormState } from "./form-state";

export interface RadioOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

interface RadioGroupProps {
  name: string;
  label: ReactNode;
  options: readonly RadioOption[];
  hint?: ReactNode;
  error?: string;
  defaultValue?: string;
  required?: boolean;
  /** Side by side, for two or three short answers. */
  inline?: boolean;
  onValueChange?: (value: string) => void;
}

/** One of a few, all visible. */
export function RadioGroup(props: RadioGroupProps) {
  const { name, label, options, hint, defaultValue, required, inline, onValueChange } = props;
  const form = useFormState();
  const id = fieldId(form.idPrefix, name);
  const error = props.error ?? form.fieldErrors[name];
  const chosen = form.values[name] ?? defaultValue;
  const describedBy = [hint !== undefined && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset
      aria-describedby={describedBy || undefined}
      data-invalid={error ? "" : undefined}
      className="group min-w-0"
    >
      <legend className="mb-1 text-sm font-semibold">{label}</legend>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mb-1 text-sm text-ink-2">
          {hint}
        </p>
      )}
      <div className={classNames("flex", inline ? "flex-wrap gap-x-5" : "flex-col")}>
        {options.map((option, index) => (
          <label key={option.value} className="flex min-h-8 items-start gap-2 py-1 max-md:min-h-11">
            <input
              // The error summary leads to the first choice.
              id={index === 0 ? id : `${id}-${option.value}`}
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={chosen === option.value}
              required={required}
              onChange={onValueChange && (() => onValueChange(option.value))}
              className="m-0.5 size-4 shrink-0 appearance-none rounded-full border border-field-edge bg-surface group-data-invalid:border-late checked:border-[5px] checked:border-ink"
            />
            <span>
              {option.label}
              {option.hint !== undefined && <span className="block text-sm text-ink-2">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} message={error} />
    </fieldset>
  );
}
