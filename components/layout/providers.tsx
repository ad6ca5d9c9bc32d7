"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import type { ReactNode } from "react";
import { ToastProvider } from "@/components/ui/toast";
import { AliveMark } from "./alive-mark";

/** What every screen stands in. The CSP forbids style elements made at run time, so the library makes none. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <CSPProvider disableStyleElements>
      <ToastProvider>{children}</ToastProvider>
      <AliveMark />
    </CSPProvider>
  );
}
