"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { controlClass } from "./control-class";
import type { FieldProps } from "./field";
import { Field, useControl } from "./field";

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

interface SelectProps extends Omit<ComponentProps<"select">, "children" | "multiple"> {
  options: readonly SelectOption[];
  /** The first, empty choice: `Choose…`, `Anyone`. */
  emptyLabel?: string;
}

/** The platform's own list: works before JavaScript, with any keyboard, on any phone. */
export function Select({ options, emptyLabel, className, ...own }: SelectProps) {
  const { typed, ...props } = useControl(own);
  const defaultValue = props.value === undefined ? (typed ?? props.defaultValue) : undefined;
  return (
    <span className="relative block">
      <select
        {...props}
        defaultValue={defaultValue}
        className={classNames(controlClass, "appearance-none pr-8", className)}
      >
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        size={16}
        aria-hidden
        className="pointer-events-none absolute inset-y-0 right-2.5 my-auto text-ink-2"
      />
    </span>
  );
}

interface SelectFieldProps extends FieldProps {
  options: readonly SelectOption[];
  emptyLabel?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
}

/** Label and select in one. */
export function SelectField({
  options,
  emptyLabel,
  defaultValue,
  onValueChange,
  ...field
}: SelectFieldProps) {
  return (
    <Field {...field}>
      <Select
        {...{ options, emptyLabel, defaultValue }}
        onChange={onValueChange && ((event) => onValueChange(event.target.value))}
      />
    </Field>
  );
}
