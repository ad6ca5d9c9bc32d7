import { ruleText } from "@/lib/i18n/rule-text";
import { fillFields } from "@/lib/messages/templates/rules";
import type { FieldValues, OfferedTemplates } from "@/lib/messages/templates/types";

/** The item by its name in the reader's language. */
export function inLanguage(values: FieldValues, locale: string): FieldValues {
  return { ...values, item: values.item === null ? null : ruleText(locale, values.item) };
}

/** A wording of the firm as it would be sent in one file now; empty where the firm has none of this id (any more). */
export function filledWords({ locale, values, templates }: OfferedTemplates, id: string): string {
  const template = templates.find((one) => one.id === id);
  return template ? fillFields(template.body, inLanguage(values, locale)) : "";
}
