"use client";

import { useTranslations } from "use-intl/react";

type Values = Record<string, string | number>;

/**
 * Texts whose key comes from the engine's own names (`lines.core.age`): a name that came after the texts were written
 * is shown in the engine's words rather than not at all.
 */
export function useKnownText(): (key: string, otherwise: string, values?: Values) => string {
  const t = useTranslations("assess");
  type Key = Parameters<typeof t.has>[0];
  const say = t as unknown as (key: Key, values?: Values) => string;
  return (key, otherwise, values) => (t.has(key as Key) ? say(key as Key, values) : otherwise);
}
