"use client";

import { useId, useRef } from "react";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

interface JsonFieldProps {
  hint: string;
  defaultValue?: string;
}

/** A table as JSON, pasted or taken from a file: the file is read here and goes along as text. */
export function JsonField({ hint, defaultValue }: JsonFieldProps) {
  const place = useRef<HTMLDivElement>(null);
  const fileId = useId();
  async function take(file: File | undefined) {
    const area = place.current?.querySelector("textarea");
    if (!file || !area) return;
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
      <p className="mt-2 text-sm">
        <label htmlFor={fileId} className="mr-2">
          Or take it from a file
        </label>
        <input
          id={fileId}
          type="file"
          accept="application/json,.json"
          className="max-w-full text-sm"
          onChange={(event) => void take(event.target.files?.[0])}
        />
      </p>
    </div>
  );
}
