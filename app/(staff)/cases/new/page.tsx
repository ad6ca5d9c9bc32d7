import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { OpenEnquiryForm } from "@/components/cases/open-enquiry-form";
import { PageHead } from "@/components/layout/page-head";
import { Card, CardBody } from "@/components/ui/card";
import { loadEnquiryChoices } from "@/lib/cases/loaders";

export const metadata: Metadata = { title: "New enquiry" };

/** Opens a file for a new client. */
export default async function NewEnquiryPage() {
  const { allowed, assignees, viewerId } = await loadEnquiryChoices();
  if (!allowed) forbidden();
  return (
    <>
      <PageHead
        title="New enquiry"
        context="A file number is given, and the address is checked against the firm’s files"
        breadcrumbs={[{ label: "Cases", href: "/cases" }, { label: "New enquiry" }]}
      />
      <Card className="max-w-160">
        <CardBody>
          <OpenEnquiryForm assignees={assignees} viewerId={viewerId} />
        </CardBody>
      </Card>
    </>
  );
}
