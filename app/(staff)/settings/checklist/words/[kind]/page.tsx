import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { TemplateWordsForm } from "@/components/checklist/template-words-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { loadTemplateSettings } from "@/lib/checklist/template/loaders";

export const metadata: Metadata = { title: "Our words for a document" };

/** The firm's words for one kind of document. */
export default async function TemplateWordsPage({ params }: { params: Promise<{ kind: string }> }) {
  const { kind } = await params;
  const { content, draftVersion, kinds, allowed } = await loadTemplateSettings();
  if (!allowed.edit) forbidden();
  const known = kinds.find((one) => one.kind === kind);
  if (!known) notFound();
  const own = content.wordings.find((wording) => wording.kind === known.kind) ?? null;
  return (
    <div className="max-w-160">
      <div className="mb-3">
        <Breadcrumbs
          items={[{ label: "Checklist template", href: "/settings/checklist" }, { label: known.label }]}
        />
      </div>
      <Card labelledBy="template-words">
        <CardHeader
          id="template-words"
          title={known.label}
          detail="kept in the draft until it is published"
        />
        <CardBody>
          <TemplateWordsForm kind={known} own={own} draftVersion={draftVersion} />
        </CardBody>
      </Card>
    </div>
  );
}
