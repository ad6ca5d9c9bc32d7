import type { Metadata } from "next";
import { LinkedItemScreen } from "./linked-item-screen";
import { TextsProvider } from "@/components/layout/texts-provider";
import { textsFor, translations } from "@/lib/i18n/request-locale";
import { loadLinkedItem } from "@/lib/item-links/loaders";

interface SendPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await translations("send");
  return { title: t("head"), robots: { index: false } };
}

/** Where a link for one item leads: what is wanted, and a way to send it. Nothing else of the file is here. */
export default async function SendPage({ searchParams }: SendPageProps) {
  const { item: asked } = await searchParams;
  const ref = typeof asked === "string" ? asked : "";
  const item = await loadLinkedItem(ref);
  const t = await translations("send");
  const texts = await textsFor("send", "upload");
  return (
    <>
      {item === null ? (
        <>
          <h1 className="mt-3 mb-3 text-xl font-[650] tracking-[-0.018em]">{t("deadTitle")}</h1>
          <p className="text-ink-2">{t("deadText")}</p>
        </>
      ) : (
        <TextsProvider {...texts}>
          <LinkedItemScreen locale={texts.locale} linkRef={ref} item={item} />
        </TextsProvider>
      )}
    </>
  );
}
