import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { TemplateCard } from "@/components/message-templates/template-cards";
import { TemplateForm } from "@/components/message-templates/template-form";
import { inLanguage } from "@/components/messages/filled-templates";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { TextField } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { loadMessageTemplates } from "@/lib/messages/templates/loaders";
import type { TemplatePreview, TemplateSettings } from "@/lib/messages/templates/types";

export const metadata: Metadata = { title: "Message templates" };

interface MessageTemplatesPageProps {
  /** `case`: the number of the file to try them on; `edit`: the id of one that is changed, or `new`. */
  searchParams: Promise<Partial<Record<"case" | "edit", string | string[]>>>;
}

const BASE = "/settings/message-templates";
const one = (value: string | string[] | undefined) =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : null;

function addressOf(preview: TemplatePreview | null, edit?: string): string {
  const query = new URLSearchParams({
    ...(preview ? { case: preview.number } : {}),
    ...(edit === undefined ? {} : { edit }),
  }).toString();
  return query === "" ? BASE : `${BASE}?${query}`;
}

function inBothLanguages(preview: TemplatePreview): TemplatePreview {
  const { en, fr } = preview.values;
  return { ...preview, values: { en, fr: inLanguage(fr, "fr") } };
}

/** Which file the templates are tried on. */
function TryOn({ settings, edit }: { settings: TemplateSettings; edit: string | null }) {
  const { preview, previewMissing } = settings;
  return (
    <>
      <form action={BASE} className="flex flex-wrap items-end gap-2">
        {edit !== null && <input type="hidden" name="edit" value={edit} />}
        <div className="w-50">
          <TextField name="case" label="Try them on file number" defaultValue={preview?.number} />
        </div>
        <Button type="submit">Show</Button>
        {preview && (
          <p className="pb-1.5 text-sm text-ink-2">
            Filled as for {preview.displayName}, {preview.number}.
          </p>
        )}
      </form>
      {previewMissing && <Notice tone="watch" title="There is no such file among those you see" />}
    </>
  );
}

function EditCard({ settings, edit }: { settings: TemplateSettings; edit: string }) {
  if (!settings.allowed.edit) forbidden();
  const template = settings.templates.find(({ id }) => id === edit);
  if (edit !== "new" && (!template || template.versions[0].withdrawn)) notFound();
  return (
    <Card labelledBy="edit-template">
      <CardHeader
        id="edit-template"
        title={template ? template.versions[0].title : "New template"}
        detail="every change is a new version; what was sent stays as it was"
      />
      <CardBody>
        <TemplateForm
          key={edit}
          template={template ? { id: template.id, now: template.versions[0] } : null}
          preview={settings.preview}
          after={addressOf(settings.preview)}
        />
      </CardBody>
    </Card>
  );
}

/** What the firm writes often, in both languages, with fields that are filled from the file. */
export default async function MessageTemplatesPage({ searchParams }: MessageTemplatesPageProps) {
  const asked = await searchParams;
  const loaded = await loadMessageTemplates(one(asked.case));
  const preview = loaded.preview && inBothLanguages(loaded.preview);
  const settings = { ...loaded, preview };
  const edit = one(asked.edit);
  const offered = settings.templates.filter(({ versions }) => !versions[0].withdrawn);
  const withdrawn = settings.templates.filter(({ versions }) => versions[0].withdrawn);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <TryOn settings={settings} edit={edit} />
        {settings.allowed.edit && edit === null && (
          <Button href={addressOf(preview, "new")} variant="primary" icon={<Plus aria-hidden />}>
            New template
          </Button>
        )}
      </div>
      {edit !== null && <EditCard settings={settings} edit={edit} />}
      {edit === null &&
        [...offered, ...withdrawn].map((template) => (
          <TemplateCard
            key={template.id}
            template={template}
            settings={settings}
            editHref={addressOf(preview, template.id)}
          />
        ))}
    </div>
  );
}
