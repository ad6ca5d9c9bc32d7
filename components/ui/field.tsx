"use client";

import type { ReactNode } from "react";
import { createContext, use } from "react";
import { classNames } from "./class-names";
import { fieldId, useFormState } from "./form-state";
import { StatusIcon } from "./status-icon";

export interface FieldProps {
  /** The key of the form data, and of the server's `fieldErrors`. */
  name: string;
  label: ReactNode;
  /** One line under the label: what counts, in which form. */
  hint?: ReactNode;
  /** A message of the screen's own; the form's `fieldErrors[name]` needs nothing. */
  error?: string;
  /** Says "optional" after the label. */
  optional?: boolean;
  required?: boolean;
  /** The label is said, not shown: for a search box, a table cell. */
  hideLabel?: boolean;
  /** `beside` puts the label at the left from 640 px up, as in a list of facts. */
  layout?: "stacked" | "beside";
  className?: string;
}

interface FieldContextValue {
  id: string;
  name: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
  typed: string | undefined;
}

const FieldContext = createContext<FieldContextValue | null>(null);

/** Label, hint and error around one control; the control (Input, Select…) takes its wiring from here. */
export function Field({ children, ...props }: FieldProps & { children: ReactNode }) {
  const { name, label, hint, optional, hideLabel, layout = "stacked", className } = props;
  const form = useFormState();
  const id = fieldId(form.idPrefix, name);
  const error = props.error ?? form.fieldErrors[name];
  const describedBy = [hint !== undefined && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  const value: FieldContextValue = {
    id,
    name,
    describedBy: describedBy || undefined,
    invalid: Boolean(error),
    required: props.required ?? false,
    typed: form.values[name],
  };
  const beside = layout === "beside";
  return (
    <div
      className={classNames(
        "min-w-0",
        beside && "sm:grid sm:grid-cols-[7rem_minmax(0,1fr)] sm:items-start sm:gap-x-3",
        className,
      )}
    >
      <label
        htmlFor={id}
        className={classNames(
          hideLabel && "sr-only",
          beside ? "block py-1.5 text-sm text-ink-2 max-sm:pt-0" : "mb-1 block text-sm font-semibold",
        )}
      >
        {label}
        {optional && <span className="ml-1.5 font-normal text-ink-3">optional</span>}
      </label>
      <div className="min-w-0">
        {hint !== undefined && (
          <p id={`${id}-hint`} className="mb-1 text-sm text-ink-2">
            {hint}
          </p>
        )}
        <FieldContext value={value}>{children}</FieldContext>
        <FieldError id={`${id}-error`} message={error} />
      </div>
    </div>
  );
}

/** The message under a control; renders nothing without one. */
export function FieldError({ id, message }: { id: string; message: string | undefined }) {
  if (!message) return null;
  return (
    <p id={id} className="mt-1 flex items-start gap-1.5 text-sm font-medium text-late">
      <StatusIcon tone="late" size={14} className="mt-0.75" />
      <span>{message}</span>
    </p>
  );
}

interface ControlOwn {
  id?: string;
  name?: string;
  required?: boolean;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean | "true" | "false" | "grammar" | "spelling";
}

/** The wiring of a control inside a Field; its own props win. Outside a Field it changes nothing. */
export function useControl<Own extends ControlOwn>(own: Own): Own & { typed: string | undefined } {
  const field = use(FieldContext);
  if (!field) return { ...own, typed: undefined };
  return {
    ...own,
    id: own.id ?? field.id,
    name: own.name ?? field.name,
    required: own.required ?? field.required,
    "aria-describedby": own["aria-describedby"] ?? field.describedBy,
    "aria-invalid": own["aria-invalid"] ?? (field.invalid || undefined),
    typed: field.typed,
  };
}
