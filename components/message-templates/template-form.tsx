"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { UnsavedGuard } from "@/components/forms/unsaved-guard";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/input";
import { TextareaField } from "@/components/ui/textarea";
import { addTemplateAction, changeTemplateAction } from "@/lib/messages/actions";
import { fieldFault, fillFields } from "@/lib/messages/templates/rules";
import {
  TEMPLATE_FIELDS,
  type FieldValues,
  type TemplatePreview,
  type TemplateVersion,
} from "@/lib/messages/templates/types";

interface TemplateFormProps {
  /** null: a new one. */
  template: { id: string; now: TemplateVersion } | null;
  preview: TemplatePreview | null;
  /** Where it leads once it is saved, or given up. */
  after: string;
}

/** The words as they would be sent in the chosen file, while they are typed. */
function Preview({ language, text, values }: { language: string; text: string; values: FieldValues }) {
  return (
    <section
      aria-label={`As sent, ${language}`}
      className="rounded-md border border-line bg-sunken px-3 py-2 text-sm"
    >
      <h3 className="mb-1 text-xs font-semibold text-ink-2">As sent, {language}</h3>
      <p className="wrap-anywhere whitespace-pre-wrap">{fieldFault(text) ?? fillFields(text, values)}</p>
    </section>
  );
}

/** A template in both languages, tried on a real file as it is written. */
export function TemplateForm({ template, preview, after }: TemplateFormProps) {
  const router = useRouter();
  const now = template?.now;
  const [words, setWords] = useState({ bodyEn: now?.bodyEn ?? "", bodyFr: now?.bodyFr ?? "" });
  return (
    <div
      onInput={(event) => {
        const field = event.target;
        if (field instanceof HTMLTextAreaElement) setWords({ ...words, [field.name]: field.value });
      }}
    >
      <ActionForm
        action={template === null ? addTemplateAction : changeTemplateAction}
        hidden={template === null ? {} : { templateId: template.id, number: template.now.number }}
        successMessage="Saved as the newest version"
        onSuccess={() => router.push(after)}
        label={now === undefined ? "New template" : `Change ${now.title}`}
      >
        <FormStack>
          <TextField
            name="title"
            label="Title"
            hint="What your colleagues pick it by. The client never sees it."
            defaultValue={now?.title}
            maxLength={80}
            required
          />
          <p className="text-sm text-ink-2">
            These fields are filled from the file when the template is picked:{" "}
            {TEMPLATE_FIELDS.map((field) => `{${field}}`).join(", ")}. They are written the same in both
            languages.
          </p>
          {(["bodyEn", "bodyFr"] as const).map((name) => {
            const language = name === "bodyEn" ? "English" : "French";
            return (
              <div key={name} className="grid items-start gap-3 lg:grid-cols-2">
                <TextareaField
                  name={name}
                  label={language}
                  defaultValue={now?.[name]}
                  rows={8}
                  maxLength={5000}
                  required
                />
                {preview && words[name] !== "" && (
                  <Preview
                    language={language}
                    text={words[name]}
                    values={name === "bodyEn" ? preview.values.en : preview.values.fr}
                  />
                )}
              </div>
            );
          })}
          <FormActions>
            <Button href={after}>Cancel</Button>
            <SubmitButton pendingLabel="Saving…">Save the template</SubmitButton>
          </FormActions>
        </FormStack>
        <UnsavedGuard />
      </ActionForm>
    </div>
  );
}
