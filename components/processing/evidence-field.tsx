"use client";

import { useState } from "react";
import { UploadPanel } from "@/components/documents/upload-panel";
import { SelectField } from "@/components/ui/select";

interface EvidenceFieldProps {
  caseId: string;
  /** Papers of the file that it could be. */
  documents: readonly { id: string; title: string }[];
  /** What a paper that is sent here is called. */
  title: string;
  /** In a sentence: `the letter`. */
  what: string;
  required?: boolean;
}

/** The paper that a step rests on: sent here, or chosen from the file. What was just sent is chosen by itself. */
export function EvidenceField({ caseId, documents, title, what, required = false }: EvidenceFieldProps) {
  const [known] = useState(() => new Set(documents.map(({ id }) => id)));
  const sent = documents.find(({ id }) => !known.has(id));
  return (
    <>
      <UploadPanel look="staff" {...{ what, caseId, title }} requirementId={null} />
      <SelectField
        key={sent?.id}
        name="documentId"
        label="Paper in the file"
        hint={required ? "Attach it above, or choose it" : "It can be chosen later too"}
        emptyLabel="None yet"
        defaultValue={sent?.id}
        options={documents.map((document) => ({ value: document.id, label: document.title }))}
        {...(required ? { required } : { optional: true })}
      />
    </>
  );
}
