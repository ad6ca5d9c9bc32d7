import type { ReactNode } from "react";
import { DemoBanner } from "@/components/layout/demo-banner";
import { LanguageChoice } from "@/components/layout/language-choice";
import { PublicShell } from "@/components/layout/public-shell";
import { TextsProvider } from "@/components/layout/texts-provider";
import { textsFor, translations } from "@/lib/i18n/request-locale";
import { loadPublicFrame } from "@/lib/users/loaders";

/** The frame for people who have not signed in. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const { firmName, demo } = await loadPublicFrame();
  const t = await translations("frame");
  const texts = await textsFor("public", "forms");
  return (
    <PublicShell
      firmName={firmName}
      skipLabel={t("skip")}
      banner={demo ? <DemoBanner label={t("about")}>{t("demo")}</DemoBanner> : undefined}
      aside={<LanguageChoice current={texts.locale} label={t("language")} />}
      footnote="Landfall"
    >
      <TextsProvider {...texts}>{children}</TextsProvider>
    </PublicShell>
  );
}
