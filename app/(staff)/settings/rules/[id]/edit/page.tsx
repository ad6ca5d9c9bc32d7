import type { Metadata } from "next";
import { forbidden, redirect } from "next/navigation";
import { FaultNotice } from "@/components/rules/fault-notice";
import { JsonForm } from "@/components/rules/json-form";
import { SheetForm } from "@/components/rules/sheet-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { loadRuleVersion } from "@/lib/rules/loaders";

export const metadata: Metadata = { title: "Edit a draft of the rules" };

export default async function EditDraftPage({ params }: { params: Promise<{ id: string }> }) {
  const page = await loadRuleVersion((await params).id);
  const { version, allowed } = page;
  if (!allowed.startFrom) forbidden();
  // What is in force does not change: its page says what may be done instead.
  if (!allowed.edit) redirect(`/settings/rules/${version.id}`);
  return (
    <>
      <div className="mb-3">
        <Breadcrumbs
          items={[
            { label: "Rules", href: "/settings/rules" },
            { label: version.key, href: `/settings/rules/${version.id}` },
            { label: "Edit" },
          ]}
        />
      </div>
      <div className="flex flex-col gap-4">
        <FaultNotice faults={page.faults} />
        <SheetForm page={page} />
        <JsonForm key={version.version} page={page} />
      </div>
    </>
  );
}
