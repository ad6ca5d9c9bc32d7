"use client";

import { Combine, FolderInput, Scissors } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { useShortcut } from "@/components/ui/use-shortcut";
import type { Review } from "@/lib/checklist/review/types";
import { MergeDialog } from "./merge-dialog";
import { MoveDialog } from "./move-dialog";
import { SplitDialog } from "./split-dialog";

interface ToolProps {
  keyName: string;
  label: string;
  icon: ReactNode;
  title: string;
  description: string;
  children: ReactNode;
}

function Tool({ keyName, label, icon, title, description, children }: ToolProps) {
  const [open, setOpen] = useState(false);
  useShortcut(keyName, () => setOpen(true));
  return (
    <>
      <Button variant="quiet" size="sm" icon={icon} onClick={() => setOpen(true)}>
        {label} <Kbd>{keyName.toUpperCase()}</Kbd>
      </Button>
      <Dialog {...{ title, description, open }} onOpenChange={setOpen}>
        {children}
      </Dialog>
    </>
  );
}

interface ReviewToolsProps {
  review: Review;
  version: number;
  after: string;
}

/** What to do with a file that is not one document for one item. The file itself always stays as it was sent. */
export function ReviewTools({ review, version, after }: ReviewToolsProps) {
  const [latest] = review.versions;
  if (!latest) return null;
  const pages = latest.preview !== "download";
  return (
    <div role="group" aria-label="The file" className="-mx-2 mt-2 flex flex-wrap">
      {pages && (
        <Tool
          keyName="t"
          label="Split"
          icon={<Scissors aria-hidden />}
          title="Split: take pages out"
          description="They become a document of their own. The file as it was sent stays."
        >
          <SplitDialog review={review} />
        </Tool>
      )}
      {pages && (
        <Tool
          keyName="m"
          label="Merge"
          icon={<Combine aria-hidden />}
          title="Merge: several files in one"
          description="In the order below they become the next version of this item. The files as they were sent stay."
        >
          <MergeDialog review={review} />
        </Tool>
      )}
      {review.lines.length > 0 && (
        <Tool
          keyName="v"
          label="Move"
          icon={<FolderInput aria-hidden />}
          title="Move to another item"
          description="For a file that was sent for the wrong item."
        >
          <MoveDialog {...{ review, version, after }} />
        </Tool>
      )}
    </div>
  );
}
