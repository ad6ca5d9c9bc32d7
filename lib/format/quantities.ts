import type { Language } from "./language";

/** `3 documents`, `1 document`: the number with its noun. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** `8,000`. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat("en-CA", { maximumFractionDigits: 2 }).format(value);
}

/** `2.1 MB` of bytes (`2,1 Mo` in French), in steps of 1,000 as phones and IRCC count them; whole bytes and kB. */
export function formatBytes(bytes: number, language: Language = "en"): string {
  const [one, kilo, mega] = language === "fr" ? ["o", "ko", "Mo"] : ["B", "kB", "MB"];
  if (bytes < 1000) return `${bytes} ${one}`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} ${kilo}`;
  const millions = (bytes / 1_000_000).toFixed(1);
  return `${language === "fr" ? millions.replace(".", ",") : millions} ${mega}`;
}
