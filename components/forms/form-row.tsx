import type { ReactNode } from "react";

/** Fields side by side from 640 px up, under one another on a phone. */
export function FormRow({ children }: { children: ReactNode }) {
  return <div className="grid gap-4 sm:auto-cols-fr sm:grid-flow-col sm:items-start">{children}</div>;
}

/** Fields under one another, at a readable width. */
export function FormStack({ children }: { children: ReactNode }) {
  return <div className="flex max-w-140 flex-col gap-4">{children}</div>;
}

/** The last line of a form: the submit button first, then the way out. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="mt-2 flex flex-wrap items-center gap-2">{children}</div>;
}
