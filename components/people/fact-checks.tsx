import type { ReactNode } from "react";

/** Boxes to tick, in line with the fields whose labels stand beside them. */
export function FactChecks({ children }: { children: ReactNode }) {
  return <div className="sm:pl-31">{children}</div>;
}
