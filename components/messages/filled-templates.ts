import { ruleText } from "@/lib/i18n/rule-text";
import { fillFields } from "@/lib/messages/templates/rules";
import type { FieldValues, OfferedTemplates } from "@/lib/messages/templates/types";

/** A wording of the firm as it would be sent in one file. */
export interface FilledTemplate {
  id: string;
  title: string;
  words: string;
}

/** The item by its name in the reader's language. */
export function inLanguage(values: FieldValues, locale: string): FieldValues {
  return { ...values, item: values.item === null ? null : ruleText(locale, values.item) };
}

/** What a composer offers, filled for its file. */
export function filledTemplates({ locale, values, templates }: OfferedTemplates): FilledTemplate[] {
  const said = inLanguage(values, locale);
  return templates.map(({ id, title, body }) => ({ id, title, words: fillFields(body, said) }));
}
