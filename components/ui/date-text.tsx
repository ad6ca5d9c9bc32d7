import { formatDate, formatDateTime } from "@/lib/format/dates";
import type { Language } from "@/lib/format/language";

/** `8 Mar 2027`, never broken over a line. */
export function DateText({ date, language }: { date: string; language?: Language }) {
  return (
    <time dateTime={date} className="whitespace-nowrap">
      {formatDate(date, language)}
    </time>
  );
}

interface InstantTextProps {
  instant: Date;
  zone: string;
  seconds?: boolean;
  nameZone?: boolean;
  language?: Language;
}

/** `8 Mar 2027, 09:41` in a zone, never broken over a line. */
export function InstantText({ instant, zone, ...options }: InstantTextProps) {
  return (
    <time dateTime={instant.toISOString()} className="whitespace-nowrap">
      {formatDateTime(instant, zone, options)}
    </time>
  );
}
