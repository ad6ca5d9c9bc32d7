import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NewDraftForm } from "@/components/rules/new-draft-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { loadNewDraft } from "@/lib/rules/loaders";
import { RULE_KINDS } from "@/lib/rules/types";

export const metadata: Metadata = { title: "New version of the rules" };

export default async function NewDraftPage({
  searchParams,
}: {
  searchParams: Promise<{ kind?: string | string[] }>;
}) {
  const { kind: asked = "crs" } = await searchParams;
  const kind = RULE_KINDS.find((known) => known === asked);
  if (!kind) notFound();
  const draft = await loadNewDraft(kind);
  return (
    <>
      <div className="mb-3">
        <Breadcrumbs items={[{ label: "Rules", href: "/settings/rules" }, { label: "New version" }]} />
      </div>
      <Card labelledBy="new-draft">
        <CardHeader id="new-draft" title={draft.title} />
        <CardBody>
          <NewDraftForm draft={draft} />
        </CardBody>
      </Card>
    </>
  );
}
