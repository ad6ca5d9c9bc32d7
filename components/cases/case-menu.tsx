"use client";

import { CalendarClock, CircleX, NotebookText, Pencil, Undo2, UserRoundCog } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import type { MenuItem } from "@/components/ui/menu";
import { Menu } from "@/components/ui/menu";
import type { CaseHeader, Colleague } from "@/lib/cases/types";
import { AssignForm } from "./assign-form";
import { EditEnquiryForm } from "./edit-enquiry-form";
import { EndCaseForm } from "./end-case-form";
import { PlanForm } from "./plan-form";

type Open = "assign" | "plan" | "edit" | "close" | "withdraw" | null;

const TITLES: Readonly<Record<Exclude<Open, null>, string>> = {
  assign: "Reassign this case",
  plan: "Plan the submission",
  edit: "Contact and enquiry",
  close: "Close this file",
  withdraw: "Record that the client withdrew",
};

interface CaseMenuProps {
  file: CaseHeader;
  /** Who could take it; only for those who may reassign. */
  assignees: readonly Colleague[];
}

/** What can be done with the file as a whole; only what policy and stage allow. */
export function CaseMenu({ file, assignees }: CaseMenuProps) {
  const { allowed } = file;
  // The deadline board leads here to step in: `?do=assign` opens that form at once.
  const asked = useSearchParams().get("do") === "assign" && allowed.assign;
  const [open, setOpen] = useState<Open>(asked ? "assign" : null);
  const item = (
    may: boolean,
    which: Exclude<Open, null>,
    label: string,
    rest: Partial<MenuItem>,
  ): MenuItem[] => (may ? [{ label, onSelect: () => setOpen(which), ...rest } as MenuItem] : []);
  const items = [
    ...item(allowed.assign, "assign", "Reassign", { icon: <UserRoundCog aria-hidden /> }),
    ...(allowed.readFacts
      ? [
          {
            label: "Handover sheet",
            href: `/cases/${file.number}/handover`,
            icon: <NotebookText aria-hidden />,
          },
        ]
      : []),
    ...item(allowed.plan, "plan", "Plan the submission", { icon: <CalendarClock aria-hidden /> }),
    ...item(allowed.edit, "edit", "Contact and enquiry", { icon: <Pencil aria-hidden /> }),
    ...item(allowed.withdraw, "withdraw", "Client withdrew", { icon: <Undo2 aria-hidden /> }),
    ...item(allowed.close, "close", "Close the file", { icon: <CircleX aria-hidden />, tone: "late" }),
  ];
  if (items.length === 0) return null;
  return (
    <>
      <Menu label={`More for ${file.displayName}`} items={items} />
      {open !== null && (
        <Dialog
          open
          onOpenChange={(next) => setOpen((now) => (next ? now : null))}
          title={TITLES[open]}
          description={`${file.displayName}, ${file.number}`}
        >
          {open === "assign" && <AssignForm file={file} assignees={assignees} />}
          {open === "plan" && <PlanForm file={file} />}
          {open === "edit" && <EditEnquiryForm file={file} />}
          {(open === "close" || open === "withdraw") && <EndCaseForm file={file} ending={open} />}
        </Dialog>
      )}
    </>
  );
}
