import type { ReactNode } from "react";
import { DemoBanner } from "@/components/layout/demo-banner";
import { PublicShell } from "@/components/layout/public-shell";
import { loadPublicFrame } from "@/lib/users/loaders";

/** The frame for people who have not signed in. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const { firmName, demo } = await loadPublicFrame();
  return (
    <PublicShell firmName={firmName} banner={demo ? <DemoBanner /> : undefined} footnote="Landfall">
      {children}
    </PublicShell>
  );
}
