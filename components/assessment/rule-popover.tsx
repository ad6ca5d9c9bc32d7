import { ExternalLink, X } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { formatDate } from "@/lib/format/dates";
import type { RuleSource as TableSource } from "@/lib/express-entry/rule-source";
import { ruleNote } from "./rule-notes";
import { confidenceInWords, type RuleSource } from "./rule-sources";
import type { TableRow } from "./table-row";

const elementId = (id: string) => `rule-${id}`;

interface RuleTriggerProps {
  /** Of the line, factor or criterion: the popover with the same id opens. */
  id: string;
  children: ReactNode;
  className?: string;
}

/** The name of a line, which opens its rule. The platform's own popover: needs no script, closes with Escape. */
export function RuleTrigger({ id, children, className }: RuleTriggerProps) {
  return (
    <button
      type="button"
      popoverTarget={elementId(id)}
      className={classNames(
        "cursor-pointer rounded-sm text-left underline decoration-line-strong decoration-dotted underline-offset-4",
        "hover:decoration-ink hover:decoration-solid",
        className,
      )}
    >
      {children}
    </button>
  );
}

function Source({ name, href, asOf, confidence }: RuleSource) {
  return (
    <li>
      <a
        href={href}
        target="_blank"
        rel="noreferrer"
        className="inline-flex items-baseline gap-1 font-[550] text-link"
      >
        {name}
        <ExternalLink size={11} aria-hidden className="shrink-0 self-center" />
        <span className="sr-only">, opens in a new tab</span>
      </a>{" "}
      <span className="text-ink-2">
        as of {formatDate(asOf)}: {confidenceInWords(confidence)}.
      </span>
    </li>
  );
}

function Rows({ rows, otherColumn }: { rows: readonly TableRow[]; otherColumn: string }) {
  return (
    <table className="w-full border-separate border-spacing-0 text-sm">
      <caption className="sr-only">Rows of the table</caption>
      <tbody>
        {rows.map(({ label, points, other, used }) => (
          <tr key={label} className={used === false ? "text-ink-3" : undefined}>
            <th scope="row" className="border-b border-line py-1 text-left font-normal">
              {label}
            </th>
            <td className="border-b border-line py-1 pl-3 text-right whitespace-nowrap tabular-nums">
              <span className={used === false ? undefined : "font-semibold"}>{points}</span>
              {other !== undefined && other !== points && (
                <span className="text-ink-3">
                  {" "}
                  ({other} {otherColumn})
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface RulePopoverProps {
  id: string;
  title: string;
  /** At the right of the title: `105 of 110`, a verdict. */
  aside: ReactNode;
  /** What there is and what it takes, in the engine's words. */
  children: ReactNode;
  rows?: readonly TableRow[];
  /** What the second figure of a row stands for. */
  otherColumn?: string;
  /** Where the rule stands: `Rules reference 1.2`, `IRPR 87.1(2)`. */
  section: string;
  /** Of the table the figures are from, where the engine names one: a table the firm entered has its own. */
  source?: TableSource;
}

/** The stated source of a table that is not one of those a note names. */
function Stated({ source, known }: { source: TableSource; known: readonly RuleSource[] }) {
  if (source.url === null ? known.length > 0 : known.some(({ href }) => href === source.url)) return null;
  return (
    <li>
      {source.url === null ? (
        source.document
      ) : (
        <a href={source.url} target="_blank" rel="noreferrer" className="font-[550] text-link">
          {source.document}
          <span className="sr-only">, opens in a new tab</span>
        </a>
      )}
      <span className="text-ink-2">, as stated with the table.</span>
    </li>
  );
}

/** A line's rule in plain sentences, the row of the table it was read from, and the source with its date. */
export function RulePopover(props: RulePopoverProps) {
  const { id, title, aside, children, rows = [], otherColumn = "", section, source } = props;
  const note = ruleNote(id);
  const heading = `${elementId(id)}-title`;
  return (
    <div
      id={elementId(id)}
      popover="auto"
      role="dialog"
      aria-labelledby={heading}
      className={classNames(
        "m-auto max-h-[min(32rem,85dvh)] w-[min(26rem,calc(100vw-2rem))] overflow-y-auto rounded-lg border",
        "border-line-strong bg-surface text-sm text-ink shadow-float",
        "max-sm:inset-x-0 max-sm:top-auto max-sm:bottom-0 max-sm:m-0 max-sm:w-full max-sm:rounded-b-none",
        "sm:supports-[position-area:block-end]:inset-auto sm:supports-[position-area:block-end]:mx-0",
        "sm:supports-[position-area:block-end]:my-1",
        "sm:[position-area:block-end_span-inline-end] sm:[position-try-fallbacks:flip-block,flip-inline,flip-block_flip-inline]",
      )}
    >
      <div className="flex items-center gap-2 border-b border-line py-1.5 pr-1.5 pl-4">
        <h3 id={heading} className="min-w-0 flex-1 text-base font-[650]">
          {title}
        </h3>
        <span className="shrink-0 tabular-nums">{aside}</span>
        <button
          type="button"
          popoverTarget={elementId(id)}
          popoverTargetAction="hide"
          aria-label="Close"
          className="grid size-(--control-sm) shrink-0 cursor-pointer place-items-center rounded-md text-ink-2 hover:bg-sunken"
        >
          <X size={14} aria-hidden />
        </button>
      </div>
      <div className="flex flex-col gap-2 px-4 py-3">
        {children}
        {rows.length > 0 && <Rows rows={rows} otherColumn={otherColumn} />}
        {note !== null && (
          <>
            <p>{note.rule}</p>
            {note.interpretation !== undefined && (
              <p className="text-ink-2">
                <span className="font-[550] text-ink">Our interpretation:</span> {note.interpretation}
              </p>
            )}
          </>
        )}
        <div className="text-xs">
          <p className="text-ink-2">
            {section}
            {source?.version && `, table ${source.version}`}
          </p>
          <ul>
            {note?.sources.map((known) => (
              <Source key={known.href} {...known} />
            ))}
            {source && <Stated source={source} known={note?.sources ?? []} />}
          </ul>
        </div>
      </div>
    </div>
  );
}
