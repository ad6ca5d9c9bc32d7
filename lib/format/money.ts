import type { Language } from "./language";

function grouped(whole: number, language: Language): string {
  const separator = language === "fr" ? " " : ",";
  return String(whole).replace(/\B(?=(\d{3})+$)/g, separator);
}

function signed(cents: number, amount: string, language: Language): string {
  const sign = cents < 0 ? "−" : "";
  return language === "fr" ? `${sign}${amount} $` : `${sign}$${amount}`;
}

/** `$1,234.50` from integer cents of Canadian dollars; a real minus sign before a negative. */
export function formatMoney(cents: number, language: Language = "en"): string {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`money is integer cents, not ${cents}`);
  const absolute = Math.abs(cents);
  const fraction = String(absolute % 100).padStart(2, "0");
  const point = language === "fr" ? "," : ".";
  return signed(cents, `${grouped(Math.floor(absolute / 100), language)}${point}${fraction}`, language);
}

/** `$1,234` where cents say nothing (funds, estimates); rounded to the dollar. */
export function formatDollars(cents: number, language: Language = "en"): string {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`money is integer cents, not ${cents}`);
  return signed(cents, grouped(Math.round(Math.abs(cents) / 100), language), language);
}
