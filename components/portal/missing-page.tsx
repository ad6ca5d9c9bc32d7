import { Button } from "@/components/ui/button";
import { portalWords } from "./words";

/** For an address that leads nowhere, or to somebody else's document: the words are the same on purpose. */
export async function MissingPage() {
  const { t } = await portalWords();
  return (
    <div className="flex flex-col items-start gap-3 py-10">
      <h1 className="text-xl font-[650] tracking-[-0.015em]">{t("frame.missing")}</h1>
      <p className="text-ink-2">{t("frame.missingText")}</p>
      <Button href="/portal">{t("frame.back")}</Button>
    </div>
  );
}
