import { Search } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/input";
import { formatDateTime } from "@/lib/format/dates";
import { requestLocale, translations } from "@/lib/i18n/request-locale";
import { ruleText } from "@/lib/i18n/rule-text";
import type { MessageSearch } from "@/lib/messages/types";

/** Looks for words in every thread of the case. A plain form: it works before JavaScript. */
export async function SearchForm({ base, query }: { base: string; query: string }) {
  const t = await translations("messages");
  return (
    <form action={base} role="search" className="flex items-end gap-2 print:hidden">
      <div className="min-w-0 flex-1">
        <TextField name="q" label={t("search")} hideLabel placeholder={t("search")} defaultValue={query} />
      </div>
      <Button type="submit" icon={<Search aria-hidden />}>
        {t("searchGo")}
      </Button>
    </form>
  );
}

interface SearchResultsProps {
  search: MessageSearch;
  base: string;
  timeZone: string;
}

/** What was found, newest first; each leads to its place in its thread. */
export async function SearchResults({ search, base, timeZone }: SearchResultsProps) {
  const [t, locale] = [await translations("messages"), await requestLocale()];
  const { found, isMore } = search;
  return (
    <section aria-label={t("search")}>
      <p role="status" className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <span>{t("found", { count: found.length })}</span>
        <Button href={base} variant="quiet" size="sm">
          {t("searchEnd")}
        </Button>
      </p>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {found.map(({ id, item, authorName, words, sentAt, cursor }) => (
          <li key={id} className="px-4 py-2.5">
            <p className="text-sm text-ink-2">
              {authorName}, {formatDateTime(sentAt, timeZone, { language: locale })}
            </p>
            <Link
              prefetch={false}
              href={`${base}?item=${item?.id ?? "general"}&before=${cursor}#m-${id}`}
              className="text-link"
            >
              {item === null ? t("general") : ruleText(locale, item.title)}
            </Link>
            <p className="wrap-anywhere">{words}</p>
          </li>
        ))}
      </ul>
      {isMore && <p className="mt-2 text-sm text-ink-2">{t("foundMore", { count: found.length })}</p>}
    </section>
  );
}
