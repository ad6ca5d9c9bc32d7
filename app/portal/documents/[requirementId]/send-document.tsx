"use client";

import { useRouter } from "next/navigation";
import { UploadPanel } from "@/components/documents/upload-panel";

interface SendDocumentProps {
  caseId: string;
  requirementId: string;
  /** `your passport`, inside a sentence. */
  what: string;
}

/** Sends a file for one document, and leads to its receipt once it is safe. */
export function SendDocument({ caseId, requirementId, what }: SendDocumentProps) {
  const router = useRouter();
  return (
    <UploadPanel
      look="portal"
      caseId={caseId}
      requirementId={requirementId}
      what={what}
      onReceived={() => router.push(`/portal/documents/${requirementId}/received`)}
    />
  );
}
