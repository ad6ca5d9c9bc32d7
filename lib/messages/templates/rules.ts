/** The named fields of a template: which there are, what is wrong with others, and filling them. Pure. */
import { TEMPLATE_FIELDS, type FieldValues, type TemplateField } from "./types";

const FIELD = /\{([^{}]*)\}/g;

function isField(name: string): name is TemplateField {
  return TEMPLATE_FIELDS.some((field) => field === name);
}

/** What stands in braces, as somebody typed it, made one of ours where it differs by case and spaces alone. */
function nameIn(braces: string): string {
  return braces.trim().replace(/\s+/g, " ").toLowerCase();
}

/** What is wrong with the fields of a text, in a sentence; null: nothing. */
export function fieldFault(text: string): string | null {
  const known = TEMPLATE_FIELDS.map((field) => `{${field}}`).join(", ");
  const [unknown] = [...text.matchAll(FIELD)]
    .map(([, name = ""]) => name)
    .filter((name) => !isField(nameIn(name)));
  if (unknown !== undefined) return `There is no field {${unknown}}. These can be used: ${known}.`;
  const rest = text.replace(FIELD, "");
  return /[{}]/.test(rest) ? `A { or } stands alone. A field is written like {client name}.` : null;
}

/** The words with every field filled; one without a value in this file stays, so that whoever sends it sees it. */
export function fillFields(text: string, values: FieldValues): string {
  return text.replace(FIELD, (whole, braces: string) => {
    const name = nameIn(braces);
    return isField(name) ? (values[name] ?? `{${name}}`) : whole;
  });
}

/** The fields that are still in a message that is about to be sent. Braces around anything else are the writer's own. */
export function emptyFieldsIn(text: string): TemplateField[] {
  return [...text.matchAll(FIELD)].map(([, braces = ""]) => nameIn(braces)).filter(isField);
}
