import type { Metadata } from "next";
import { AssessApp } from "@/components/assess/assess-app";
import { WithoutScript } from "@/components/assess/without-script";
import { DemoBanner } from "@/components/layout/demo-banner";
import { LanguageChoice } from "@/components/layout/language-choice";
import { PublicShell } from "@/components/layout/public-shell";
import { TextsProvider } from "@/components/layout/texts-provider";
import { loadVisit } from "@/lib/enquiries/loaders";
import { textsFor, translations } from "@/lib/i18n/request-locale";
import { loadPublicFrame } from "@/lib/users/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translations("assess");
  const { firm } = await loadVisit();
  return { title: { absolute: `${t("title")} · ${firm.name}` }, description: t("intro") };
}

/** The free assessment, for anybody: questions, the result at once, and a way to the firm. */
export default async function AssessPage() {
  const [visit, { demo }] = [await loadVisit(), await loadPublicFrame()];
  const frame = await translations("frame");
  const texts = await textsFor("assess");
  return (
    <PublicShell
      firmName={visit.firm.name}
      width="wide"
      skipLabel={frame("skip")}
      banner={demo ? <DemoBanner label={frame("about")}>{frame("demo")}</DemoBanner> : undefined}
      aside={<LanguageChoice current={texts.locale} label={frame("language")} />}
    >
      <TextsProvider locale={texts.locale} messages={texts.messages}>
        <WithoutScript firm={visit.firm} />
        <AssessApp visit={visit} />
      </TextsProvider>
    </PublicShell>
  );
}
