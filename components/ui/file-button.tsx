"use client";

import type { ReactNode } from "react";
import { useId } from "react";
import { buttonClass, type ButtonSize, type ButtonVariant } from "./button-class";
import { classNames } from "./class-names";

interface FileButtonProps {
  label: string;
  icon?: ReactNode;
  /** As the `accept` of a file input. */
  accept: string;
  /** Opens the camera on a phone. */
  capture?: boolean;
  /** Several at once. */
  multiple?: boolean;
  onFile?: (file: File) => void;
  /** Every chosen file, at least one; for `multiple`. */
  onFiles?: (files: readonly File[]) => void;
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string;
}

/** A file input that looks like a button. The same file can be chosen again after it was put right. */
export function FileButton({ label, icon, accept, capture, multiple, ...rest }: FileButtonProps) {
  const { onFile, onFiles, variant, size, className } = rest;
  const id = useId();
  return (
    <>
      <input
        id={id}
        type="file"
        accept={accept}
        capture={capture ? "environment" : undefined}
        multiple={multiple}
        className="peer sr-only"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          const [first] = files;
          if (!first) return;
          onFile?.(first);
          onFiles?.(files);
        }}
      />
      <label
        htmlFor={id}
        className={classNames(
          buttonClass({ variant, size, className }),
          "cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus",
        )}
      >
        {icon}
        {label}
      </label>
    </>
  );
}
