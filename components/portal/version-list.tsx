import { Download } from "lucide-react";
import Image from "next/image";
import { buttonClass } from "@/components/ui/button-class";
import type { FirmDay } from "@/lib/cases/types";
import { formatBytes } from "@/lib/format/quantities";
import type { PortalVersion } from "@/lib/portal/types";
import { DOCUMENT_WORDS, versionState } from "./document-words";
import { whenNear } from "./near-date";

/** A picture is shown in the page; it is fetched, and the view recorded, only when it is unfolded. */
function Picture({ version }: { version: PortalVersion }) {
  return (
    <details className="mt-1">
      <summary className="inline-flex min-h-11 list-none items-center text-link">
        {DOCUMENT_WORDS.look}
      </summary>
      <Image
        // Decrypted on the way: nothing for an optimiser to keep. The size is a portrait page's; the style lets go of it.
        unoptimized
        src={`/api/documents/${version.id}/view`}
        alt={`${version.fileName}, as it was sent`}
        width={960}
        height={1280}
        className="mt-1 h-auto max-h-120 w-full rounded-md border border-line object-contain"
      />
    </details>
  );
}

interface VersionListProps {
  /** Newest first. */
  versions: readonly PortalVersion[];
  day: FirmDay;
}

/** Every file that was sent for a document; each can be opened again. */
export function VersionList({ versions, day }: VersionListProps) {
  return (
    <ol className="rounded-lg border border-line bg-surface">
      {versions.map((version, index) => (
        <li key={version.id} className="border-t border-line px-4 py-3.5 first:border-t-0">
          <p className="font-semibold">{versionState(version, index === 0)}</p>
          <p className="text-base wrap-anywhere text-ink-2">
            Sent {whenNear(version.sentAt, day)}{" "}
            {version.sentByYou ? DOCUMENT_WORDS.by.you : DOCUMENT_WORDS.by.firm}
          </p>
          <p className="text-base wrap-anywhere text-ink-2">
            {version.fileName}, {formatBytes(version.size)}, receipt {version.receipt}
          </p>
          {version.returnReason !== null && index > 0 && (
            <p className="mt-1 text-[0.9375rem]">{version.returnReason}</p>
          )}
          {version.preview === "picture" && <Picture version={version} />}
          <a
            href={`/api/documents/${version.id}`}
            download
            aria-label={`${DOCUMENT_WORDS.open}: ${version.fileName}`}
            className={buttonClass({ className: "mt-2" })}
          >
            <Download aria-hidden />
            {DOCUMENT_WORDS.open}
          </a>
        </li>
      ))}
    </ol>
  );
}
