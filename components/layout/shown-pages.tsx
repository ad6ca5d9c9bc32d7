"use client";

import { createContext, use, useState, type ReactNode } from "react";

interface ShownPages {
  /** Pages of the document that is looked at; 0 while it loads, 1 for a picture. */
  pages: number;
  setPages: (pages: number) => void;
}

const ShownPagesContext = createContext<ShownPages | null>(null);

/** Lets what stands beside a viewer know how many pages it shows. */
export function ShownPagesProvider({ children }: { children: ReactNode }) {
  const [pages, setPages] = useState(0);
  return <ShownPagesContext value={{ pages, setPages }}>{children}</ShownPagesContext>;
}

/** null where nobody asks. */
export function useShownPages(): ShownPages | null {
  return use(ShownPagesContext);
}
