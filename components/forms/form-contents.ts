import { isIsoDate } from "@/lib/express-entry/timing/calendar-date";
import { formatDate } from "@/lib/format/dates";

/** A control that sends something. */
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement && element.type !== "hidden" && element.name !== "") ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement,
  );
}

function controlOf(form: HTMLFormElement, name: string): Control | undefined {
  return controlsOf(form).find((control) => control.name === name);
}

function isBox(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && control.type === "checkbox";
}

type Texts = Record<string, string>;

/** What stands in the fields, by name: a box that is not ticked sends nothing, and is an empty text here. */
export function textsOf(form: HTMLFormElement): Texts {
  const textIn = (control: Control) => (isBox(control) && !control.checked ? "" : control.value);
  return Object.fromEntries(controlsOf(form).map((control) => [control.name, textIn(control)]));
}

function saidIn(control: Control): string {
  if (control instanceof HTMLSelectElement) {
    const said = [...control.options].find((option) => option.defaultSelected) ?? control.options[0];
    return said?.value ?? "";
  }
  if (isBox(control)) return control.defaultChecked ? control.value : "";
  return control.defaultValue;
}

/** What the page said in the fields: something else stands there where somebody typed before the page was alive. */
export function saidTexts(form: HTMLFormElement): Texts {
  return Object.fromEntries(controlsOf(form).map((control) => [control.name, saidIn(control)]));
}

/** A stored value as the text of its field. */
export function storedText(form: HTMLFormElement, name: string, value: unknown): string {
  const control = controlOf(form, name);
  if (control && isBox(control)) return value === true ? control.value : "";
  return textOf(value);
}

/** A stored value as the text that its control sends. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return isIsoDate(text) ? formatDate(text) : text;
}

/** Puts a stored value into a field that nobody typed in. */
export function showStored(form: HTMLFormElement, name: string, value: unknown): void {
  const control = controlOf(form, name);
  if (!control) return;
  if (isBox(control)) control.checked = value === true;
  else control.value = textOf(value);
}

/** Sends a stored value in the place of what the field holds. */
export function putStored(form: HTMLFormElement, data: FormData, name: string, value: unknown): void {
  const control = controlOf(form, name);
  if (!control) return;
  if (!isBox(control)) data.set(name, textOf(value));
  else if (value === true) data.set(name, control.value);
  else data.delete(name);
}
