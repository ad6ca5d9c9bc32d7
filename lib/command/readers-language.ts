import "server-only";
import { requestLocale, translations } from "@/lib/i18n/request-locale";
import { hasRuleText, ruleText } from "@/lib/i18n/rule-text";
import type { ActionResult } from "./action-result";

/**
 * A refusal in the language of the page it is shown on. Commands speak English; what a language file does not have of
 * their sentences is said in general words, by the kind of the refusal.
 */
export async function inReadersLanguage<T>(result: ActionResult<T>): Promise<ActionResult<T>> {
  const locale = await requestLocale();
  if (result.ok || locale === "en") return result;
  const t = await translations("errors");
  const said = (sentence: string, general: string) =>
    hasRuleText(locale, sentence) ? ruleText(locale, sentence) : general;
  const fields = Object.entries(result.fieldErrors).map(([name, sentence]) => [
    name,
    said(sentence, t("field")),
  ]);
  return {
    ...result,
    message: said(result.message, t(result.code)),
    fieldErrors: Object.fromEntries(fields) as Record<string, string>,
  };
}
