import { ChevronDown, Plus } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { StatusIcon } from "@/components/ui/status-icon";

const row =
  "grid min-h-(--control) max-md:py-0.5 grid-cols-[6.5rem_minmax(0,1fr)] items-center gap-x-2 sm:grid-cols-[7.25rem_minmax(0,1fr)]";
const box = classNames(
  "flex min-h-(--control-sm) min-w-0 items-center justify-between gap-2 rounded-md border border-line-strong border-b-field-edge",
  "bg-surface px-2 text-sm hover:border-field-edge",
);

interface Aside {
  text: string;
  /** Something is missing or ends too soon. */
  watch?: boolean;
}

interface FactRowProps {
  label: string;
  /** Null: not entered. */
  value: string | null;
  /** What stands there while nothing is entered. */
  empty?: string;
  /** Null for who may only read: then it is text without a box. */
  href: string | null;
  aside?: Aside | null;
}

/** A fact: its name, and a box that leads to its form. A box is a fact one can change; no box is derived. */
export function FactRow({ label, value, empty = "Not entered", href, aside }: FactRowProps) {
  return (
    <div className={row}>
      <span className="text-sm text-ink-2">{label}</span>
      {href === null ? (
        <span className="px-2 text-sm">{value ?? <span className="text-ink-3">{empty}</span>}</span>
      ) : (
        <Link
          href={href}
          scroll={false}
          className={box}
          aria-label={`${label}: ${value ?? empty}${aside ? `, ${aside.text}` : ""}. Change`}
        >
          <span className={classNames("min-w-0 truncate", value === null && "text-ink-3")}>
            {value ?? empty}
          </span>
          {aside ? (
            <AsideText {...aside} />
          ) : (
            value === null && <Plus size={14} aria-hidden className="text-ink-3" />
          )}
        </Link>
      )}
    </div>
  );
}

function AsideText({ text, watch = false }: Aside) {
  return (
    <span
      className={classNames(
        "inline-flex shrink-0 items-center gap-1 text-xs",
        watch ? "text-watch" : "text-ink-3",
      )}
    >
      {watch && <StatusIcon tone="watch" size={14} />}
      {text}
    </span>
  );
}

export interface FigureBox {
  /** `Reading`; its first letter stands in the box. */
  name: string;
  value: number;
  href: string | null;
}

/** Four scores side by side. */
export function FigureRow({ label, figures }: { label: string; figures: readonly FigureBox[] }) {
  return (
    <div className={row}>
      <span className="text-sm text-ink-2">{label}</span>
      <span className="grid grid-cols-4 gap-1">
        {figures.map(({ name, value, href }) => {
          const content = (
            <span aria-hidden>
              <span className="mr-1 text-ink-3">{name[0]}</span>
              {value}
            </span>
          );
          return href === null ? (
            <span key={name} className="px-2 text-sm tabular-nums">
              {content}
              <span className="sr-only">{`${name} ${value}`}</span>
            </span>
          ) : (
            <Link
              key={name}
              href={href}
              scroll={false}
              className={classNames(box, "tabular-nums")}
              aria-label={`${name}: ${value}. Change`}
            >
              {content}
            </Link>
          );
        })}
      </span>
    </div>
  );
}

/** What follows from the facts above: text, never a box. */
export function DerivedRow({ children }: { children: ReactNode }) {
  return (
    <div className={row}>
      <span className="text-sm text-ink-3">Derived</span>
      <span className="py-1 text-sm text-ink-2">{children}</span>
    </div>
  );
}

interface FactGroupProps {
  title: string;
  /** At the right of the title, always in reach: adds another. */
  add?: { href: string; label: string } | null;
  open?: boolean;
  children: ReactNode;
}

/** A group of facts that folds. */
export function FactGroup({ title, add, open = true, children }: FactGroupProps) {
  return (
    <div className="relative border-t border-line px-4 py-2 first:border-t-0">
      <details open={open} className="group">
        <summary className="flex min-h-(--control) items-center gap-1 rounded-sm pr-10 text-sm font-[650]">
          {title}
          <ChevronDown size={14} aria-hidden className="-rotate-90 text-ink-3 group-open:rotate-0" />
        </summary>
        <div className="pb-1">{children}</div>
      </details>
      {add && (
        <Link
          href={add.href}
          scroll={false}
          aria-label={add.label}
          title={add.label}
          className="absolute top-2 right-4 grid size-(--control) place-items-center rounded-md text-ink-2 hover:bg-sunken"
        >
          <Plus size={16} aria-hidden />
        </Link>
      )}
    </div>
  );
}

interface EditPanelProps {
  title: string;
  /** Of a fact that is there: what it said before. */
  history?: ReactNode;
  children: ReactNode;
}

/** The open form, in the place of its fact. */
export function EditPanel({ title, history, children }: EditPanelProps) {
  return (
    <section
      id="edit"
      aria-label={title}
      className="my-2 scroll-mt-16 rounded-md border border-line-strong bg-paper p-3"
    >
      <h4 className="mb-2 text-sm font-semibold">{title}</h4>
      {children}
      {history}
    </section>
  );
}
