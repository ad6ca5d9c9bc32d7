"use client";

import { useState } from "react";
import { useShownPages } from "@/components/layout/shown-pages";
import { Button } from "@/components/ui/button";
import { CheckboxBox } from "@/components/ui/checkbox";
import { DialogClose, useDialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { SelectField } from "@/components/ui/select";
import type { CaseLine, Review } from "@/lib/checklist/review/types";
import { formatCount } from "@/lib/format/quantities";
import { useAssembly } from "./use-assembly";

/** `Passport, Arjun`. */
export function lineLabel({ title, personName }: Pick<CaseLine, "title" | "personName">): string {
  return personName === null ? title : `${title}, ${personName}`;
}

/** Takes some pages out of the file into a new one, for another item or as the next version of this one. */
export function SplitDialog({ review }: { review: Review }) {
  const close = useDialogClose();
  const pages = useShownPages()?.pages ?? 0;
  const [chosen, setChosen] = useState<number[]>([]);
  const [targetId, setTargetId] = useState("");
  const { assemble, fault, pending } = useAssembly(review.requirementId);
  const [latest] = review.versions;
  const target = review.lines.find(({ requirementId }) => requirementId === targetId);

  async function split() {
    if (!latest || chosen.length === 0 || targetId === "") return;
    const sorted = [...chosen].sort((a, b) => a - b);
    const said = `${formatCount(sorted.length, "page")} put into ${target?.title ?? review.title}`;
    const parts = [{ versionId: latest.id, pages: sorted }];
    if (await assemble({ versionId: latest.id, targetId, parts }, said)) close();
  }

  return (
    <div className="flex flex-col gap-4">
      <fieldset>
        <legend className="mb-1 font-semibold">Pages</legend>
        <div className="flex max-h-48 flex-wrap gap-x-4 gap-y-1 overflow-y-auto">
          {Array.from({ length: pages }, (_, index) => index + 1).map((page) => (
            <label key={page} className="flex min-h-7 w-20 items-center gap-1.5 text-sm max-md:min-h-11">
              <CheckboxBox
                checked={chosen.includes(page)}
                onChange={(event) =>
                  setChosen((now) =>
                    event.target.checked ? [...now, page] : now.filter((one) => one !== page),
                  )
                }
              />
              Page {page}
            </label>
          ))}
        </div>
      </fieldset>
      <SelectField
        name="targetId"
        label="Where they go"
        emptyLabel="Choose an item…"
        options={[
          ...review.lines.map((line) => ({ value: line.requirementId, label: lineLabel(line) })),
          { value: review.requirementId, label: `${review.title}: as a new version without the other pages` },
        ]}
        onValueChange={setTargetId}
      />
      {fault !== null && <Notice tone="late" title={fault} live />}
      <div className="flex justify-end gap-2">
        <DialogClose />
        <Button
          variant="primary"
          aria-disabled={pending || chosen.length === 0 || targetId === ""}
          onClick={() => void split()}
        >
          {pending ? "Taking them out…" : "Make a document of them"}
        </Button>
      </div>
    </div>
  );
}
