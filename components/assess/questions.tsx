"use client";

import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl/react";
import { Field, FieldError } from "@/components/ui/field";
import { fieldId } from "@/components/ui/form-state";
import { Input } from "@/components/ui/input";
import { Select, type SelectOption } from "@/components/ui/select";
import type { AnswerPath, Fault } from "@/lib/enquiries/types";
import { countryOptionsIn } from "@/lib/format/countries";
import { useAnswer } from "./use-draft";

export interface QuestionProps {
  path: AnswerPath;
  label: string;
  hint?: ReactNode;
  /** Says so after the label. */
  optional?: boolean;
}

/** The words of a fault, in the language of the page. */
export function useFaultText(): (fault: Fault | undefined) => string | undefined {
  const t = useTranslations("assess");
  return (fault) => (fault === undefined ? undefined : t(`faults.${fault.code}`, { ...fault.values }));
}

function useQuestion({ path, label, optional }: QuestionProps) {
  const t = useTranslations("assess");
  const faultText = useFaultText();
  const { value, fault, setValue } = useAnswer(path);
  return {
    value,
    setValue,
    error: faultText(fault),
    label: optional ? (
      <>
        {label} <span className="font-normal text-ink-2">{t("optional")}</span>
      </>
    ) : (
      label
    ),
  };
}

interface TextQuestionProps extends QuestionProps {
  /** `decimal` and `numeric` bring the number keys of a phone. */
  keys?: "text" | "decimal" | "numeric";
  autoComplete?: string;
  narrow?: boolean;
}

export function TextQuestion({
  keys = "text",
  autoComplete = "off",
  narrow,
  ...question
}: TextQuestionProps) {
  const { value, setValue, error, label } = useQuestion(question);
  return (
    <Field name={question.path} label={label} hint={question.hint} error={error}>
      <Input
        type="text"
        inputMode={keys}
        autoComplete={autoComplete}
        maxLength={120}
        value={value}
        className={narrow ? "max-w-44 tabular-nums" : undefined}
        onChange={(event) => setValue(event.target.value)}
      />
    </Field>
  );
}

/** The platform's own date field: keyboard, screen reader and phone know it, in the visitor's own spelling. */
export function DateQuestion({
  autoComplete = "off",
  ...question
}: QuestionProps & { autoComplete?: string }) {
  const { value, setValue, error, label } = useQuestion(question);
  return (
    <Field name={question.path} label={label} hint={question.hint} error={error}>
      <Input
        type="date"
        autoComplete={autoComplete}
        max="2999-12-31"
        value={value}
        className="max-w-44"
        onChange={(event) => setValue(event.target.value)}
      />
    </Field>
  );
}

export function SelectQuestion({
  options,
  ...question
}: QuestionProps & { options: readonly SelectOption[] }) {
  const t = useTranslations("assess");
  const { value, setValue, error, label } = useQuestion(question);
  return (
    <Field name={question.path} label={label} hint={question.hint} error={error}>
      <Select
        options={options}
        emptyLabel={t("choose")}
        value={value}
        onChange={(event) => setValue(event.target.value)}
      />
    </Field>
  );
}

export function CountryQuestion({ without, ...question }: QuestionProps & { without?: string }) {
  const options = countryOptionsIn(useLocale()).filter(({ value }) => value !== without);
  return <SelectQuestion {...question} options={options} />;
}

/** A few answers, all to be seen at once: a group of radio buttons as large as a thumb. */
export function ChoiceQuestion({
  options,
  onChoose,
  ...question
}: QuestionProps & { options: readonly SelectOption[]; onChoose?: (value: string) => void }) {
  const { path, hint } = question;
  const { value, setValue, error, label } = useQuestion(question);
  const id = fieldId("form", path);
  const describedBy = [hint !== undefined && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy || undefined}
      className="min-w-0 outline-none"
    >
      <legend className="mb-1 text-sm font-semibold">{label}</legend>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mb-1.5 text-sm text-ink-2">
          {hint}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-11 items-center gap-2.5 rounded-md border border-field-edge bg-surface px-3 py-1.5 has-checked:border-ink has-checked:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={path}
              value={option.value}
              checked={value === option.value}
              onChange={() => (onChoose ?? setValue)(option.value)}
              className="size-4 shrink-0 accent-ink"
            />
            {option.label}
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} message={error} />
    </fieldset>
  );
}

/** Yes or no; with `unsure` also "I do not know", which is no answer. */
export function YesNoQuestion({ unsure, ...question }: QuestionProps & { unsure?: boolean }) {
  const t = useTranslations("assess");
  const options = [
    { value: "yes", label: t("yes") },
    { value: "no", label: t("no") },
    ...(unsure ? [{ value: "", label: t("notSure") }] : []),
  ];
  return <ChoiceQuestion {...question} options={options} />;
}
