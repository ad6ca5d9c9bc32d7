import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { TemplateItemForm } from "@/components/checklist/template-item-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { loadItemStart, loadTemplateSettings } from "@/lib/checklist/template/loaders";

export const metadata: Metadata = { title: "An item of the template" };

interface TemplateItemPageProps {
  /** `new`, or the item. */
  params: Promise<{ id: string }>;
  /** `from`: an item added to a file by hand, with which a new one begins. */
  searchParams: Promise<{ from?: string | string[] }>;
}

/** One item of the firm's template, new or to be changed. */
export default async function TemplateItemPage({ params, searchParams }: TemplateItemPageProps) {
  const { id } = await params;
  const { from } = await searchParams;
  const { content, draftVersion, allowed } = await loadTemplateSettings();
  if (!allowed.edit) forbidden();
  const item = content.items.find((one) => one.id === id) ?? null;
  if (item === null && id !== "new") notFound();
  const start = typeof from === "string" && item === null ? await loadItemStart(from) : null;
  const title = item ? item.title : "New item";
  return (
    <div className="max-w-160">
      <div className="mb-3">
        <Breadcrumbs
          items={[{ label: "Checklist template", href: "/settings/checklist" }, { label: title }]}
        />
      </div>
      <Card labelledBy="template-item">
        <CardHeader id="template-item" title={title} detail="kept in the draft until it is published" />
        <CardBody>
          <TemplateItemForm item={item} start={start} draftVersion={draftVersion} />
        </CardBody>
      </Card>
    </div>
  );
}
