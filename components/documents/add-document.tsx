"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/select";
import { TextField } from "@/components/ui/input";
import { UploadPanel } from "./upload-panel";

interface AddDocumentProps {
  caseId: string;
  /** Lines of the checklist that a file may answer. */
  lines: readonly { id: string; label: string }[];
}

/** Staff add a document: for a checklist line, or one that stands for itself such as the signed agreement. */
export function AddDocument({ caseId, lines }: AddDocumentProps) {
  return (
    <Dialog
      title="Add a document"
      description="It becomes a new version where there is one already; nothing is overwritten."
      trigger={{ label: "Add document", icon: <Plus aria-hidden /> }}
    >
      <AddForm caseId={caseId} lines={lines} />
    </Dialog>
  );
}

function AddForm({ caseId, lines }: AddDocumentProps) {
  const [requirementId, setRequirementId] = useState("");
  const [title, setTitle] = useState("");
  const named = requirementId !== "" || title.trim() !== "";
  return (
    <div className="flex flex-col gap-4">
      <SelectField
        name="requirementId"
        label="Answers"
        emptyLabel="Nothing on the checklist"
        options={lines.map(({ id, label }) => ({ value: id, label }))}
        onValueChange={setRequirementId}
      />
      {requirementId === "" && (
        <TextField
          name="title"
          label="What it is"
          hint="Such as: Service agreement, signed"
          maxLength={120}
          onValueChange={setTitle}
        />
      )}
      {named ? (
        <UploadPanel
          key={requirementId}
          look="staff"
          caseId={caseId}
          requirementId={requirementId === "" ? null : requirementId}
          title={requirementId === "" ? title.trim() : undefined}
        />
      ) : (
        <p className="text-sm text-ink-2">Say what it is first; then choose the file.</p>
      )}
    </div>
  );
}
