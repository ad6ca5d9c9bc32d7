"use client";

import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { controlClass } from "./control-class";
import type { FieldProps } from "./field";
import { Field, useControl } from "./field";

/** Several lines. Grows with what is typed where the browser can. */
export function Textarea({ className, rows = 4, ...own }: ComponentProps<"textarea">) {
  const { typed, ...props } = useControl(own);
  const defaultValue = props.value === undefined ? (typed ?? props.defaultValue) : undefined;
  return (
    <textarea
      {...props}
      rows={rows}
      defaultValue={defaultValue}
      className={classNames(controlClass, "field-sizing-content min-h-20 py-2", className)}
    />
  );
}

interface TextareaFieldProps extends FieldProps {
  defaultValue?: string;
  placeholder?: string;
  rows?: number;
  maxLength?: number;
}

/** Label and several lines in one. */
export function TextareaField({ defaultValue, placeholder, rows, maxLength, ...field }: TextareaFieldProps) {
  return (
    <Field {...field}>
      <Textarea {...{ defaultValue, placeholder, rows, maxLength }} />
    </Field>
  );
}
