"use client";

import { FolderInput } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog, DialogClose, useDialogClose } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/select";
import { placeFileAction } from "@/lib/messages/actions";
import type { MessageFile } from "@/lib/messages/types";

interface PlaceFileProps {
  file: MessageFile;
  /** The items of the checklist that a file may answer. */
  lines: readonly { id: string; label: string }[];
  /** The item of the thread that it came in. */
  likely: string | null;
}

/** Gives a file that came with a message to an item of the checklist, where it waits for review. */
export function PlaceFile(props: PlaceFileProps) {
  const t = useTranslations("messages");
  return (
    <Dialog
      title={t("placeTitle")}
      description={t("placeLead", { file: props.file.fileName })}
      trigger={{
        label: t("place"),
        ariaLabel: t("placeFile", { file: props.file.fileName }),
        variant: "quiet",
        size: "sm",
        icon: <FolderInput aria-hidden />,
        className: "print:hidden",
      }}
    >
      <PlaceForm {...props} />
    </Dialog>
  );
}

function PlaceForm({ file, lines, likely }: PlaceFileProps) {
  const t = useTranslations("messages");
  const close = useDialogClose();
  return (
    <ActionForm
      action={placeFileAction}
      hidden={{ versionId: file.versionId }}
      successMessage={t("placed")}
      onSuccess={close}
    >
      <FormStack>
        <SelectField
          name="targetId"
          label={t("placeWhere")}
          emptyLabel={t("placeChoose")}
          required
          defaultValue={lines.some(({ id }) => id === likely) ? (likely ?? undefined) : undefined}
          options={lines.map(({ id, label }) => ({ value: id, label }))}
        />
        <FormActions>
          <DialogClose />
          <SubmitButton pendingLabel={t("placing")}>{t("placeGo")}</SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}
