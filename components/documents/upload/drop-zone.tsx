"use client";

import type { DragEvent, ReactNode } from "react";
import { useState } from "react";
import { classNames } from "@/components/ui/class-names";

interface DropZoneProps {
  /** Shows its edge also while nothing is dragged. */
  dashed: boolean;
  onFiles: (files: readonly File[]) => void;
  children: ReactNode;
}

/** Takes files that are dropped on it. What is dragged within the page itself is left alone. */
export function DropZone({ dashed, onFiles, children }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  return (
    <div
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
      className={classNames(
        "rounded-lg border border-dashed",
        dashed ? "border-line-strong p-3" : "border-transparent",
        over && "border-focus bg-info-soft",
      )}
    >
      {children}
    </div>
  );
}
