"use client";

import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { controlClass } from "./control-class";
import type { FieldProps } from "./field";
import { Field, useControl } from "./field";

export type InputProps = ComponentProps<"input">;

/** A one-line field. Inside a Field it needs no id, name or aria. */
export function Input({ className, ...own }: InputProps) {
  const { typed, ...props } = useControl(own);
  const keeps = props.type !== "password" && props.value === undefined;
  const defaultValue = keeps ? (typed ?? props.defaultValue) : props.defaultValue;
  return <input {...props} defaultValue={defaultValue} className={classNames(controlClass, className)} />;
}

interface TextFieldProps extends FieldProps {
  type?: "text" | "email" | "tel" | "password" | "search" | "url";
  defaultValue?: string;
  placeholder?: string;
  autoComplete?: string;
  inputMode?: InputProps["inputMode"];
  maxLength?: number;
  readOnly?: boolean;
  /** At the right end, inside: a source, a unit. */
  suffix?: ReactNode;
  /** For a screen that follows what is typed. */
  onValueChange?: (value: string) => void;
}

/** Label and one-line input in one. */
export function TextField({ suffix, onValueChange, ...props }: TextFieldProps) {
  const {
    type = "text",
    defaultValue,
    placeholder,
    autoComplete,
    inputMode,
    maxLength,
    readOnly,
    ...field
  } = props;
  const input = (
    <Input
      {...{ type, defaultValue, placeholder, autoComplete, inputMode, maxLength, readOnly }}
      className={suffix === undefined ? undefined : "pr-24"}
      onChange={onValueChange && ((event) => onValueChange(event.target.value))}
    />
  );
  return (
    <Field {...field}>
      {suffix === undefined ? input : <WithSuffix suffix={suffix}>{input}</WithSuffix>}
    </Field>
  );
}

function WithSuffix({ suffix, children }: { suffix: ReactNode; children: ReactNode }) {
  return (
    <span className="relative block">
      {children}
      <span className="pointer-events-none absolute inset-y-0 right-2.5 flex max-w-22 items-center truncate text-xs text-ink-3 [&_a]:pointer-events-auto">
        {suffix}
      </span>
    </span>
  );
}

interface NumberFieldProps extends FieldProps {
  defaultValue?: number | string;
  /** Allows a decimal point on phone keyboards. */
  decimal?: boolean;
  /** `h a week`, `CAD`: inside, at the right. */
  unit?: string;
  placeholder?: string;
  onValueChange?: (value: string) => void;
}

/** A number as typed text: no spinner, no wheel, the number keyboard on a phone. The server reads it. */
export function NumberField({
  defaultValue,
  decimal,
  unit,
  placeholder,
  onValueChange,
  ...field
}: NumberFieldProps) {
  const input = (
    <Input
      type="text"
      inputMode={decimal ? "decimal" : "numeric"}
      autoComplete="off"
      defaultValue={defaultValue}
      placeholder={placeholder}
      className={classNames("tabular-nums", unit !== undefined && "pr-24")}
      onChange={onValueChange && ((event) => onValueChange(event.target.value))}
    />
  );
  return (
    <Field {...field}>{unit === undefined ? input : <WithSuffix suffix={unit}>{input}</WithSuffix>}</Field>
  );
}
