"use client";

import { useRouter } from "next/navigation";
import { UploadPanel } from "@/components/documents/upload-panel";
import { useHydrated } from "@/components/ui/use-hydrated";

interface SendDocumentProps {
  caseId: string;
  requirementId: string;
  /** `your passport`, inside a sentence. */
  what: string;
  /** `Passport`: what a file of several pages is called. */
  fileTitle: string;
  /** Sent byte for byte. */
  asItIs: boolean;
  /** Said until the page is alive. */
  texts: { waking: string; needsScript: string };
}

/** Sends a file for one document, and leads to its receipt once it is safe. */
export function SendDocument({ caseId, requirementId, what, fileTitle, asItIs, texts }: SendDocumentProps) {
  const router = useRouter();
  // A file chosen before the page is alive would be lost without a word.
  if (!useHydrated()) {
    return (
      <div className="rounded-lg bg-sunken p-4 text-ink-2">
        <p>{texts.waking}</p>
        <noscript>
          <p className="mt-2 font-semibold text-ink">{texts.needsScript}</p>
        </noscript>
      </div>
    );
  }
  return (
    <UploadPanel
      look="portal"
      caseId={caseId}
      requirementId={requirementId}
      what={what}
      fileTitle={fileTitle}
      asItIs={asItIs}
      onReceived={() => router.push(`/portal/documents/${requirementId}/received`)}
    />
  );
}
