"use client";

import { ArrowDown, ArrowUp, FileX, RotateCw } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { classNames } from "@/components/ui/class-names";
import { useFormState } from "@/components/ui/form-state";
import { IconButton } from "@/components/ui/icon-button";
import { arrangePackageAction } from "@/lib/packages/actions";

interface PageRowProps {
  packageId: string;
  version: number;
  slotId: string;
  /** In the slot, from 0, and how many there are. */
  place: number;
  count: number;
  label: string;
  turn: number;
  href: string;
  selected: boolean;
  editable: boolean;
}

interface MoveButtonProps {
  move: "up" | "down" | "turn" | "out";
  label: string;
  icon: ReactNode;
  disabled?: boolean;
}

function MoveButton({ move, label, icon, disabled = false }: MoveButtonProps) {
  const { pending } = useFormState();
  return (
    <IconButton
      type="submit"
      name="move"
      value={move}
      data-move={move}
      label={label}
      icon={icon}
      size="sm"
      variant="quiet"
      aria-disabled={disabled || pending || undefined}
      onClick={(event) => {
        if (disabled || pending) event.preventDefault();
      }}
    />
  );
}

/** One page of a slot, and the moves it can make. */
export function PageRow(props: PageRowProps) {
  const { packageId, version, slotId, place, count, label, turn, href, selected, editable } = props;
  const number = place + 1;
  return (
    <li
      data-row=""
      data-active={selected ? "" : undefined}
      className={classNames(
        "flex min-h-11 items-center gap-2 border-b border-line px-4 py-1 last:border-b-0",
        selected && "bg-sunken",
      )}
    >
      <Link
        prefetch={false}
        scroll={false}
        href={href}
        data-row-link=""
        aria-current={selected ? "true" : undefined}
        className="grid min-w-0 flex-1 grid-cols-[1.75rem_minmax(0,1fr)] gap-2 py-1"
      >
        <span className="text-sm text-ink-3 tabular-nums">{number}</span>
        <span className="min-w-0">
          {label}
          {turn > 0 && <span className="text-sm text-ink-2">, turned by {turn}°</span>}
        </span>
      </Link>
      {editable && (
        <ActionForm
          action={arrangePackageAction}
          hidden={{ packageId, version, slotId, place }}
          label={`Page ${number}`}
          className="flex shrink-0"
        >
          <MoveButton
            move="up"
            label={`Move page ${number} up`}
            icon={<ArrowUp aria-hidden />}
            disabled={place === 0}
          />
          <MoveButton
            move="down"
            label={`Move page ${number} down`}
            icon={<ArrowDown aria-hidden />}
            disabled={place === count - 1}
          />
          <MoveButton move="turn" label={`Turn page ${number}`} icon={<RotateCw aria-hidden />} />
          <MoveButton move="out" label={`Leave page ${number} out`} icon={<FileX aria-hidden />} />
        </ActionForm>
      )}
    </li>
  );
}
