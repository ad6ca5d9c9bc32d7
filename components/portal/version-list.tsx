import { Download } from "lucide-react";
import Image from "next/image";
import { buttonClass } from "@/components/ui/button-class";
import type { FirmDay } from "@/lib/cases/types";
import { formatBytes } from "@/lib/format/quantities";
import type { PortalVersion } from "@/lib/portal/types";
import { whenNear } from "./near-date";
import { portalWords, type Words } from "./words";

/** A picture is shown in the page; it is fetched, and the view recorded, only when it is unfolded. */
async function Picture({ version }: { version: PortalVersion }) {
  const { t } = await portalWords();
  return (
    <details className="mt-1">
      <summary className="inline-flex min-h-11 list-none items-center text-link">
        {t("document.look")}
      </summary>
      <Image
        // Decrypted on the way: nothing for an optimiser to keep. The size is a portrait page's; the style lets go of it.
        unoptimized
        src={`/api/documents/${version.id}/view`}
        alt={t("document.alt", { file: version.fileName })}
        width={960}
        height={1280}
        className="mt-1 h-auto max-h-120 w-full rounded-md border border-line object-contain"
      />
    </details>
  );
}

/** What became of a file; an older one that nobody decided on was overtaken by the next. */
function fateOf({ state }: PortalVersion, isNewest: boolean) {
  const undecided = state === "received" || state === "in_review";
  return undecided && !isNewest ? ("replaced" as const) : state;
}

/** When it was sent, and by whom. */
function sentWords(version: PortalVersion, day: FirmDay, words: Words): string {
  const { t } = words;
  const when = whenNear(version.sentAt, day, words);
  if (version.senderName !== null) return t("document.sentByLink", { when, name: version.senderName });
  return t(version.sentByYou ? "document.sentByYou" : "document.sentByUs", { when });
}

interface VersionListProps {
  /** Newest first. */
  versions: readonly PortalVersion[];
  day: FirmDay;
}

/** Every file that was sent for a document; each can be opened again. */
export async function VersionList({ versions, day }: VersionListProps) {
  const words = await portalWords();
  const { t, locale, rule } = words;
  return (
    <ol className="rounded-lg border border-line bg-surface">
      {versions.map((version, index) => (
        <li key={version.id} className="border-t border-line px-4 py-3.5 first:border-t-0">
          <p className="font-semibold">{t(`document.version.${fateOf(version, index === 0)}`)}</p>
          <p className="text-base wrap-anywhere text-ink-2">{sentWords(version, day, words)}</p>
          <p className="text-base wrap-anywhere text-ink-2">
            {t("document.fileLine", {
              file: version.fileName,
              size: formatBytes(version.size, locale),
              receipt: version.receipt,
            })}
          </p>
          {version.returnReason !== null && index > 0 && (
            <p className="mt-1 text-[0.9375rem]">{rule(version.returnReason)}</p>
          )}
          {version.preview === "picture" && <Picture version={version} />}
          <a
            href={`/api/documents/${version.id}`}
            download
            aria-label={t("document.openFile", { file: version.fileName })}
            className={buttonClass({ className: "mt-2" })}
          >
            <Download aria-hidden />
            {t("document.open")}
          </a>
        </li>
      ))}
    </ol>
  );
}
