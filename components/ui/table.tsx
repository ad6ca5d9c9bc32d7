import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

interface TableProps {
  /** Says what the table holds; shown to screen readers unless `showCaption`. */
  caption: string;
  showCaption?: boolean;
  /** The head stays while the page scrolls. Only where the table is not wider than its card. */
  stickyHead?: boolean;
  /** On a phone each row is a card, two columns wide, and its cells stand in it; groups are headings between them. */
  stacks?: boolean;
  children: ReactNode;
  className?: string;
}

const stacked = classNames(
  "max-md:block max-md:[&_tbody]:block max-md:[&_thead]:hidden max-md:[&_td]:h-auto max-md:[&_td]:border-0",
  "max-md:[&_th]:h-auto max-md:[&_th]:border-0 max-md:[&_tr]:block",
  "max-md:[&_tr[data-row]]:mb-3 max-md:[&_tr[data-row]]:grid max-md:[&_tr[data-row]]:grid-cols-[minmax(0,1fr)_auto]",
  "max-md:[&_tr[data-row]]:rounded-lg max-md:[&_tr[data-row]]:border max-md:[&_tr[data-row]]:border-line",
  "max-md:[&_tr[data-row]]:bg-surface max-md:[&_tr[data-row]>*]:px-4",
  "max-md:[&_th[scope=colgroup]>span]:items-start max-md:[&_th[scope=colgroup]]:block max-md:[&_th[scope=colgroup]]:px-0 max-md:[&_th[scope=colgroup]]:py-2",
);

/** Dense rows of 36 px (44 on a phone). Scrolls sideways inside itself, never the page. Stands flush in a Card. */
export function Table({ caption, showCaption, stickyHead, stacks, children, className }: TableProps) {
  return (
    <div
      // `relative`: a word for screen readers in a far column would otherwise widen the page around it.
      className={classNames(
        "relative print:overflow-visible",
        stickyHead ? "max-lg:overflow-x-auto" : "overflow-x-auto",
      )}
      // Rows without a link scroll by the keyboard too.
      tabIndex={stickyHead ? undefined : 0}
    >
      <table
        className={classNames(
          "w-full border-separate border-spacing-0 text-left",
          stickyHead && "[&_thead_th]:sticky [&_thead_th]:top-0 [&_thead_th]:z-10",
          stacks && stacked,
          className,
        )}
      >
        <caption className={showCaption ? "px-4 py-2 text-left text-sm text-ink-2" : "sr-only"}>
          {caption}
        </caption>
        {children}
      </table>
    </div>
  );
}

const edge = "first:pl-4 last:pr-4";

type Align = "left" | "right";

interface HeadCellProps extends Omit<ComponentProps<"th">, "align"> {
  align?: Align;
  /** Makes the head a link: the href of the opposite (or first) order, and how the rows stand now. */
  sort?: { href: string; direction: "ascending" | "descending" | null };
}

export function HeadCell({ align = "left", sort, className, children, ...rest }: HeadCellProps) {
  return (
    <th
      scope="col"
      aria-sort={sort?.direction ?? undefined}
      className={classNames(
        "h-8 border-b border-line bg-surface px-2.5 text-xs font-semibold whitespace-nowrap text-ink-3 first:rounded-tl-lg last:rounded-tr-lg",
        edge,
        align === "right" && "text-right",
        className,
      )}
      {...rest}
    >
      {sort ? <SortLink {...sort}>{children}</SortLink> : children}
    </th>
  );
}

function SortLink({
  href,
  direction,
  children,
}: NonNullable<HeadCellProps["sort"]> & { children: ReactNode }) {
  const Arrow = direction === "descending" ? ArrowDown : ArrowUp;
  return (
    <Link
      prefetch={false}
      href={href}
      scroll={false}
      className={classNames(
        "group inline-flex items-center gap-1 rounded-sm py-1 hover:text-ink",
        direction && "text-ink",
      )}
    >
      {children}
      <Arrow
        size={12}
        aria-hidden
        className={direction ? undefined : "opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60"}
      />
    </Link>
  );
}

interface RowProps extends ComponentProps<"tr"> {
  /** The row the work stands on at first; RowKeys moves it with j and k. */
  active?: boolean;
}

/** A row of the body. Its main link carries `data-row-link`, so that j and k can stand on it. */
export function Row({ active, className, ...rest }: RowProps) {
  return (
    <tr
      data-row=""
      data-active={active ? "" : undefined}
      className={classNames(
        "focus-within:bg-sunken hover:bg-sunken data-active:bg-sunken [&:last-child>*]:border-b-0",
        "focus-within:[&>:first-child]:shadow-[inset_2px_0_0_var(--ink)] data-active:[&>:first-child]:shadow-[inset_2px_0_0_var(--ink)]",
        className,
      )}
      {...rest}
    />
  );
}

interface CellProps extends Omit<ComponentProps<"td">, "align"> {
  align?: Align;
  /** May break over lines; otherwise a cell never does. */
  wrap?: boolean;
}

const cell = "h-(--row) border-b border-line px-2.5 py-1";

export function Cell({ align = "left", wrap, className, ...rest }: CellProps) {
  return (
    <td
      className={classNames(
        cell,
        edge,
        align === "right" && "text-right tabular-nums",
        !wrap && "whitespace-nowrap",
        className,
      )}
      {...rest}
    />
  );
}

interface RowHeadProps extends ComponentProps<"th"> {
  /** May break over lines; otherwise it never does. */
  wrap?: boolean;
}

/** The cell that names its row. */
export function RowHead({ wrap, className, ...rest }: RowHeadProps) {
  return (
    <th
      scope="row"
      className={classNames(cell, edge, "font-semibold", !wrap && "whitespace-nowrap", className)}
      {...rest}
    />
  );
}

interface GroupRowProps {
  title: ReactNode;
  detail?: ReactNode;
  /** At the right end: a meter, a total. */
  aside?: ReactNode;
  /** The number of columns of the table. */
  columns: number;
}

/** A heading between rows: a person, a risk. The rows under it add up to what it says. */
export function GroupRow({ title, detail, aside, columns }: GroupRowProps) {
  return (
    <tr>
      <th scope="colgroup" colSpan={columns} className="h-9 border-b border-line bg-paper px-4 font-normal">
        <span className="flex items-center gap-2">
          <span className="font-semibold">{title}</span>
          {detail !== undefined && <span className="text-sm text-ink-2">{detail}</span>}
          {aside !== undefined && <span className="ml-auto text-sm text-ink-2">{aside}</span>}
        </span>
      </th>
    </tr>
  );
}

/** The link that names a row and that j and k stand on. */
export function RowLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      prefetch={false}
      data-row-link=""
      className={classNames("inline-flex min-h-6 items-center font-semibold hover:underline", className)}
      {...rest}
    />
  );
}
