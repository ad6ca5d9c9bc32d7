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
  onFile: (file: File) => void;
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string;
}

/** A file input that looks like a button. The same file can be chosen again after it was put right. */
export function FileButton({ label, icon, accept, capture, onFile, ...look }: FileButtonProps) {
  const { variant, size, className } = look;
  const id = useId();
  return (
    <>
      <input
        id={id}
        type="file"
        accept={accept}
        capture={capture ? "environment" : undefined}
        className="peer sr-only"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) onFile(file);
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
