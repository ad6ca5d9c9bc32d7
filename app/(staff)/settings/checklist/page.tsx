import type { Metadata } from "next";
import { HandAdded, TemplateItems } from "@/components/checklist/template-items";
import { TemplateDraft, TemplateVersions } from "@/components/checklist/template-versions";
import { TemplateWords } from "@/components/checklist/template-words";
import { loadTemplateSettings } from "@/lib/checklist/template/loaders";

export const metadata: Metadata = { title: "Checklist template" };

/** The firm's template: its own items and words, beside what the rules call for, in versions. */
export default async function ChecklistTemplatePage() {
  const settings = await loadTemplateSettings();
  return (
    <div className="flex flex-col gap-4">
      {settings.allowed.edit && <TemplateDraft settings={settings} />}
      <TemplateItems settings={settings} />
      <HandAdded settings={settings} />
      <TemplateWords settings={settings} />
      <TemplateVersions settings={settings} />
    </div>
  );
}
