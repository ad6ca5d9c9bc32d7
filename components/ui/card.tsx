import type { ReactNode } from "react";
import { classNames } from "./class-names";
import type { Tone } from "./tone";

interface CardProps {
  children: ReactNode;
  /** The id of the heading that names it; makes the card a landmark. Card headers take the same id. */
  labelledBy?: string;
  /** `late` and `watch` draw a coloured edge: for the one card that must be dealt with. */
  tone?: Extract<Tone, "late" | "watch">;
  className?: string;
}

/** A bordered sheet. Compose: CardHeader, CardBody (or a Table, flush), CardFooter. */
export function Card({ children, labelledBy, tone, className }: CardProps) {
  const edge = tone === "late" ? "border-late" : tone === "watch" ? "border-watch" : "border-line";
  const look = classNames("min-w-0 rounded-lg border bg-surface", edge, className);
  if (!labelledBy) return <div className={look}>{children}</div>;
  return (
    <section className={look} aria-labelledby={labelledBy}>
      {children}
    </section>
  );
}

interface CardHeaderProps {
  title: ReactNode;
  id?: string;
  /** A count, quietly after the title. */
  count?: ReactNode;
  /** One line of context after the title. */
  detail?: ReactNode;
  /** At the right: a quiet button, a link. */
  actions?: ReactNode;
  /** Heading level; 2 unless the card stands inside a named section. */
  level?: 2 | 3;
  className?: string;
}

export function CardHeader({ title, id, count, detail, actions, level = 2, className }: CardHeaderProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <header
      className={classNames(
        "flex min-h-12 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-4 py-2 last:border-b-0",
        className,
      )}
    >
      <Heading id={id} className="text-base font-[650]">
        {title}
        {count !== undefined && <span className="ml-2 text-sm font-normal text-ink-2">{count}</span>}
      </Heading>
      {detail !== undefined && <span className="text-sm text-ink-2">{detail}</span>}
      {actions !== undefined && <span className="-mr-1 ml-auto flex items-center gap-1">{actions}</span>}
    </header>
  );
}

interface PartProps {
  children: ReactNode;
  className?: string;
}

export function CardBody({ children, className }: PartProps) {
  return <div className={classNames("px-4 py-3.5", className)}>{children}</div>;
}

export function CardFooter({ children, className }: PartProps) {
  return (
    <footer
      className={classNames(
        "flex min-h-11 flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4 py-2 text-sm text-ink-2",
        className,
      )}
    >
      {children}
    </footer>
  );
}
