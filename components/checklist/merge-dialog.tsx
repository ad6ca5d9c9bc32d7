"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DialogClose, useDialogClose } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import { SelectField } from "@/components/ui/select";
import type { Review } from "@/lib/checklist/review/types";
import { lineLabel } from "./split-dialog";
import { useAssembly } from "./use-assembly";

interface Mergeable {
  versionId: string;
  label: string;
}

/** Every file of the case whose pages can be taken: this item's versions first. */
function mergeable(review: Review): Mergeable[] {
  const own = review.versions
    .filter(({ preview }) => preview !== "download")
    .map(({ id, number }) => ({ versionId: id, label: `${review.title}, version ${number}` }));
  const others = review.files.map((file) => ({
    versionId: file.versionId,
    label: `${lineLabel(file)}, version ${file.number}`,
  }));
  return [...own, ...others];
}

/** Puts this file and others of the case into one, in an order: the next version of this item. */
export function MergeDialog({ review }: { review: Review }) {
  const close = useDialogClose();
  const [latest] = review.versions;
  const files = mergeable(review);
  const [order, setOrder] = useState<string[]>(latest ? [latest.id] : []);
  const { assemble, fault, pending } = useAssembly(review.requirementId);
  const labelOf = (id: string) => files.find(({ versionId }) => versionId === id)?.label ?? "A file";
  const rest = files.filter(({ versionId }) => !order.includes(versionId));

  function shift(index: number, by: 1 | -1) {
    setOrder((now) => {
      const moved = [...now];
      const [one] = moved.splice(index, 1);
      if (one !== undefined) moved.splice(index + by, 0, one);
      return moved;
    });
  }

  async function merge() {
    if (!latest || order.length < 2) return;
    const parts = order.map((versionId) => ({ versionId, pages: null }));
    const assembly = { versionId: latest.id, targetId: review.requirementId, parts };
    if (await assemble(assembly, `${review.title}: put together`)) close();
  }

  return (
    <div className="flex flex-col gap-4">
      <ol className="rounded-lg border border-line" aria-label="In this order">
        {order.map((id, index) => (
          <li key={id} className="flex items-center gap-1 border-b border-line px-3 py-1 last:border-b-0">
            <span className="w-6 text-ink-3 tabular-nums">{index + 1}</span>
            <span className="min-w-0 flex-1 truncate text-sm">{labelOf(id)}</span>
            <IconButton
              size="sm"
              label={`Earlier: ${labelOf(id)}`}
              disabled={index === 0}
              icon={<ArrowUp aria-hidden />}
              onClick={() => shift(index, -1)}
            />
            <IconButton
              size="sm"
              label={`Later: ${labelOf(id)}`}
              disabled={index === order.length - 1}
              icon={<ArrowDown aria-hidden />}
              onClick={() => shift(index, 1)}
            />
            <IconButton
              size="sm"
              label={`Leave out: ${labelOf(id)}`}
              icon={<X aria-hidden />}
              onClick={() => setOrder((now) => now.filter((one) => one !== id))}
            />
          </li>
        ))}
      </ol>
      <SelectField
        key={order.length}
        name="add"
        label="Add a file"
        emptyLabel={rest.length === 0 ? "There is no other file on this case" : "Choose a file…"}
        options={rest.map(({ versionId, label }) => ({ value: versionId, label }))}
        onValueChange={(id) => id !== "" && setOrder((now) => [...now, id])}
      />
      {fault !== null && <Notice tone="late" title={fault} live />}
      <div className="flex justify-end gap-2">
        <DialogClose />
        <Button variant="primary" aria-disabled={pending || order.length < 2} onClick={() => void merge()}>
          {pending ? "Putting them together…" : "Put them together"}
        </Button>
      </div>
    </div>
  );
}
