import { Check, ChevronDown } from "lucide-react";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { PortalGroup, PortalItem } from "@/lib/portal/types";
import { DocumentRow } from "./document-row";
import { whose } from "./item-words";
import { portalWords } from "./words";

/** What is accepted stands behind one line, so that what is open can be seen. */
async function Accepted({ items, today }: { items: readonly PortalItem[]; today: IsoDate }) {
  const { t } = await portalWords();
  return (
    <details className="group border-t border-line first:border-t-0">
      <summary className="flex min-h-13 list-none items-center gap-3 py-2 pr-3 pl-4 -outline-offset-2 hover:bg-sunken">
        <span aria-hidden className="grid size-8 shrink-0 place-items-center rounded-full bg-ok-soft text-ok">
          <Check size={18} strokeWidth={1.75} />
        </span>
        <span className="flex-1 text-ink-2">{t("item.accepted", { count: items.length })}</span>
        <ChevronDown
          size={20}
          strokeWidth={1.75}
          className="shrink-0 text-ink-3 group-open:rotate-180"
          aria-hidden
        />
      </summary>
      <div className="border-t border-line">
        {items.map((item) => (
          <DocumentRow key={item.id} item={item} today={today} />
        ))}
      </div>
    </details>
  );
}

interface DocumentGroupsProps {
  groups: readonly PortalGroup[];
  today: IsoDate;
}

/** The client's documents by person. The counts at the right are of what is required, and add up to the whole. */
export async function DocumentGroups({ groups, today }: DocumentGroupsProps) {
  const words = await portalWords();
  const alone = groups.filter(({ person }) => person !== null).length <= 1;
  return (
    <div className="flex flex-col gap-3">
      {groups.map(({ person, items, required, accepted }) => {
        const id = `documents-of-${person?.id ?? "all"}`;
        const done = items.filter(({ part }) => part === "accepted");
        const open = items.filter(({ part }) => part !== "accepted");
        return (
          <section
            key={id}
            aria-labelledby={id}
            className="overflow-hidden rounded-lg border border-line bg-surface"
          >
            <h3 id={id} className="flex items-baseline gap-2 px-4 pt-3.5 pb-2 font-[650]">
              {whose(person, alone, words)}
              {required > 0 && (
                <span className="ml-auto text-base font-normal text-ink-2 tabular-nums">
                  {words.t("item.countOf", { accepted, required })}
                  <span className="sr-only"> {words.t("item.part.accepted")}</span>
                </span>
              )}
            </h3>
            <div className="border-t border-line">
              {open.map((item) => (
                <DocumentRow key={item.id} item={item} today={today} />
              ))}
              {done.length > 0 && <Accepted items={done} today={today} />}
            </div>
          </section>
        );
      })}
    </div>
  );
}
