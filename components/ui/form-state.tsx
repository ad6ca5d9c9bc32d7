"use client";

import { createContext, use } from "react";

/** What the surrounding form knows about its fields. ActionForm provides it; without one it is empty. */
export interface FormState {
  /** Makes the ids of fields unique when one screen has several forms. */
  idPrefix: string;
  /** The server's message per field name. */
  fieldErrors: Readonly<Record<string, string>>;
  /** What was typed before a refusal, per field name: a form posted without JavaScript comes back filled. */
  values: Readonly<Record<string, string>>;
  pending: boolean;
  /** Grows with each success, so that guards know when the form is clean again. */
  successes: number;
}

const emptyFormState: FormState = {
  idPrefix: "form",
  fieldErrors: {},
  values: {},
  pending: false,
  successes: 0,
};

export const FormStateContext = createContext<FormState>(emptyFormState);

export function useFormState(): FormState {
  return use(FormStateContext);
}

/** The id of a field's control: the error summary links to it. */
export function fieldId(idPrefix: string, name: string): string {
  return `${idPrefix}-${name}`;
}
