import { Download, Eye, Paperclip } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { formatBytes } from "@/lib/format/quantities";
import { requestLocale, translations } from "@/lib/i18n/request-locale";
import type { MessageFile } from "@/lib/messages/types";

const look = buttonClass({ variant: "quiet", size: "sm", square: true });

/** The files that came with a message; each opening is recorded, as of every document. */
export async function MessageFiles({
  files,
  tools,
}: {
  files: readonly MessageFile[];
  tools?: (file: MessageFile) => ReactNode;
}) {
  const [t, locale] = [await translations("messages"), await requestLocale()];
  return (
    <ul aria-label={t("files")} className="mt-1.5 flex flex-col gap-1.5">
      {files.map((file) => (
        <li
          key={file.versionId}
          className="flex flex-wrap items-center gap-x-2 rounded-md border border-line bg-surface py-1 pr-1 pl-3"
        >
          <Paperclip aria-hidden size={16} className="shrink-0 text-ink-2" />
          <span className="min-w-30 flex-1 wrap-anywhere">
            {file.fileName} <span className="text-ink-2">{formatBytes(file.size, locale)}</span>
          </span>
          <span className="flex flex-none items-center print:hidden">
            {file.preview === "picture" && (
              <a
                href={`/api/documents/${file.versionId}/view`}
                target="_blank"
                rel="noreferrer"
                aria-label={t("look", { file: file.fileName })}
                title={t("look", { file: file.fileName })}
                className={look}
              >
                <Eye aria-hidden />
              </a>
            )}
            <a
              href={`/api/documents/${file.versionId}`}
              download
              aria-label={t("download", { file: file.fileName })}
              title={t("download", { file: file.fileName })}
              className={look}
            >
              <Download aria-hidden />
            </a>
          </span>
          {tools?.(file)}
        </li>
      ))}
    </ul>
  );
}
