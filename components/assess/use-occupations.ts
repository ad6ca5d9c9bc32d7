"use client";

import { useEffect, useState } from "react";
import type { Locale } from "@/lib/i18n/languages";
import type { OccupationRow } from "@/lib/enquiries/occupations/types";

const loading = new Map<Locale, Promise<readonly OccupationRow[]>>();

async function fetchList(locale: Locale): Promise<readonly OccupationRow[]> {
  const answer = await fetch(`/api/assess/occupations?lang=${locale}`);
  if (!answer.ok) throw new Error(`occupations: ${answer.status}`);
  return (await answer.json()) as readonly OccupationRow[];
}

/** One request a page, however many jobs; a failed one is tried again by the next field. */
function load(locale: Locale): Promise<readonly OccupationRow[]> {
  const known = loading.get(locale);
  if (known) return known;
  const list = fetchList(locale);
  loading.set(locale, list);
  list.catch(() => loading.delete(locale));
  return list;
}

/** The occupations in one language; null while they load. */
export function useOccupations(locale: Locale): { list: readonly OccupationRow[] | null; failed: boolean } {
  const [state, setState] = useState<{ list: readonly OccupationRow[] | null; failed: boolean }>({
    list: null,
    failed: false,
  });
  useEffect(() => {
    let here = true;
    load(locale).then(
      (list) => here && setState({ list, failed: false }),
      () => here && setState({ list: null, failed: true }),
    );
    return () => {
      here = false;
    };
  }, [locale]);
  return state;
}
