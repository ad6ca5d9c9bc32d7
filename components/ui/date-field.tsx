"use client";

import { formatDate } from "@/lib/format/dates";
import { parseDateText } from "@/lib/format/date-text";
import type { FieldProps } from "./field";
import { Field } from "./field";
import { Input } from "./input";

interface DateFieldProps extends FieldProps {
  /** ISO, `2026-03-08`. */
  defaultValue?: string | null;
  /** ISO; only for the picker. */
  min?: string;
  max?: string;
  /**
   * `picker` is the platform's own date input and sends ISO. `text` is typed (`8 Mar 2026`, `2026-03-08`),
   * faster for a birth date or from a paper; the server reads both spellings.
   */
  entry?: "picker" | "text";
  /** Gets ISO, or null while it is not a date. */
  onDateChange?: (date: string | null) => void;
}

/** A calendar date with its label. */
export function DateField({
  defaultValue,
  min,
  max,
  entry = "picker",
  onDateChange,
  ...field
}: DateFieldProps) {
  const report = onDateChange && ((text: string) => onDateChange(parseDateText(text)));
  if (entry === "picker") {
    return (
      <Field {...field}>
        <Input
          type="date"
          defaultValue={defaultValue ?? undefined}
          min={min}
          max={max ?? "2999-12-31"}
          className="max-w-44"
          onChange={report && ((event) => report(event.target.value))}
        />
      </Field>
    );
  }
  return (
    <Field {...field}>
      <Input
        type="text"
        autoComplete="off"
        placeholder="8 Mar 2026"
        defaultValue={defaultValue ? formatDate(defaultValue) : undefined}
        className="max-w-44"
        onChange={report && ((event) => report(event.target.value))}
        onBlur={(event) => {
          const date = parseDateText(event.target.value);
          if (date !== null) event.target.value = formatDate(date);
        }}
      />
    </Field>
  );
}
