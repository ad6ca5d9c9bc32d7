"use client";

import { FileUp } from "lucide-react";
import { useRef } from "react";
import { Field } from "@/components/ui/field";
import { FileButton } from "@/components/ui/file-button";
import { Textarea } from "@/components/ui/textarea";

interface JsonFieldProps {
  hint: string;
  defaultValue?: string;
}

/** A table as JSON, pasted or taken from a file: the file is read here and goes along as text. */
export function JsonField({ hint, defaultValue }: JsonFieldProps) {
  const place = useRef<HTMLDivElement>(null);
  async function take(file: File) {
    const area = place.current?.querySelector("textarea");
    if (!area) return;
    area.value = await file.text();
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return (
    <div ref={place}>
      <Field name="json" label="Table as JSON" hint={hint}>
        <Textarea
          defaultValue={defaultValue}
          rows={10}
          spellCheck={false}
          className="field-sizing-fixed! max-h-120 font-mono text-xs"
        />
      </Field>
      <div className="mt-2">
        <FileButton
          label="Take it from a file"
          icon={<FileUp aria-hidden />}
          accept="application/json,.json"
          size="sm"
          onFile={(file) => void take(file)}
        />
      </div>
    </div>
  );
}
