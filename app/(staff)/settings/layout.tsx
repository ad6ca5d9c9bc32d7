import type { Metadata } from "next";
import type { ReactNode } from "react";
import { PageHead } from "@/components/layout/page-head";
import { SettingsTabs } from "@/components/users/settings-tabs";
import { loadSettingsAllowed } from "@/lib/users/loaders";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const allowed = await loadSettingsAllowed();
  return (
    <>
      <PageHead title="Settings" />
      <SettingsTabs allowed={allowed} />
      {children}
    </>
  );
}
