"use client";

import { Camera, FileUp } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { FileButton } from "@/components/ui/file-button";
import { DropZone } from "./drop-zone";
import { ACCEPTED_FILES, ACCEPTED_PHOTOS } from "./file-kinds";

interface ChoicesProps {
  /** What is being sent, in a sentence: `your passport`. */
  what: string;
  look: "portal" | "staff";
  onFiles: (files: readonly File[]) => void;
}

/** The ways to a file: the camera first on the client's side, the files, or dropping them here. */
export function Choices({ what, look, onFiles }: ChoicesProps) {
  const t = useTranslations("upload");
  const portal = look === "portal";
  return (
    <DropZone dashed={!portal} onFiles={onFiles}>
      <div className={portal ? "flex flex-col gap-2" : "flex flex-wrap items-center gap-2"}>
        {portal && (
          <FileButton
            label={t("photo", { what })}
            icon={<Camera aria-hidden />}
            accept={ACCEPTED_PHOTOS}
            capture
            onFiles={onFiles}
            variant="primary"
            size="lg"
            className="w-full"
          />
        )}
        <FileButton
          label={t("choose")}
          icon={<FileUp aria-hidden />}
          accept={ACCEPTED_FILES}
          multiple
          onFiles={onFiles}
          size={portal ? "lg" : "sm"}
          className={portal ? "w-full" : undefined}
        />
        <p className="text-sm text-ink-2">{portal ? t("kindsPortal") : t("kindsStaff")}</p>
      </div>
      <noscript>
        <p className="mt-2 text-sm">{t("needsScript", { what })}</p>
      </noscript>
    </DropZone>
  );
}
