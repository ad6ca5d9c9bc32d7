import { formatDateTime } from "@/lib/format/dates";
import type { Locale } from "@/lib/i18n/languages";
import { translations } from "@/lib/i18n/request-locale";
import { ruleText } from "@/lib/i18n/rule-text";
import type { LinkedItem } from "@/lib/item-links/types";
import { SendByLink } from "./send-by-link";

interface LinkedItemScreenProps {
  item: LinkedItem;
  /** Short name of the link. */
  linkRef: string;
  locale: Locale;
}

/** What whoever has the link sees: who asks, what for, what a good one looks like, and a way to send it. */
export async function LinkedItemScreen({ item, linkRef, locale }: LinkedItemScreenProps) {
  const t = await translations("send");
  const { firmName: firm, clientGivenName: client, expiresAt, timeZone, filesLeft } = item;
  const title = ruleText(locale, item.title);
  const good = ruleText(locale, item.goodExample);
  const date = formatDateTime(expiresAt, timeZone, { language: locale });
  return (
    <>
      <h1 className="mt-3 mb-2 text-xl font-[650] tracking-[-0.018em]">{title}</h1>
      <p className="mb-4 text-ink-2">{t("lead", { client, firm })}</p>
      {good !== "" && (
        <section aria-labelledby="good" className="mb-4 rounded-lg border border-line bg-surface px-4 py-3.5">
          <h2 id="good" className="mb-1 font-semibold">
            {t("good")}
          </h2>
          <p className="text-ink-2">{good}</p>
        </section>
      )}
      {filesLeft > 0 && <SendByLink linkRef={linkRef} title={title} />}
      <p className="mt-6 text-sm text-ink-2">
        {t("left", { count: filesLeft })} {t("until", { date })} {t("private", { firm })}
      </p>
    </>
  );
}
