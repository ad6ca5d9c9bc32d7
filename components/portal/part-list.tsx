import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { PortalGroup, PortalPart } from "@/lib/portal/types";
import { DocumentRow } from "./document-row";
import { whose } from "./item-words";
import { PortalSection } from "./portal-section";
import { portalWords } from "./words";

const PART_ORDER: readonly PortalPart[] = ["for_you", "with_us", "on_the_way", "accepted"];

interface PartListProps {
  groups: readonly PortalGroup[];
  today: IsoDate;
}

/** Every document of the list under the place where it is, each with whose it is. */
export async function PartList({ groups, today }: PartListProps) {
  const words = await portalWords();
  const alone = groups.filter(({ person }) => person !== null).length <= 1;
  const rowsOf = (part: PortalPart) =>
    groups.flatMap(({ person, items }) =>
      items
        .filter((item) => item.part === part)
        .map((item) => ({ item, of: alone ? undefined : whose(person, alone, words) })),
    );
  return PART_ORDER.map((part) => ({ part, rows: rowsOf(part) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ part, rows }) => {
      return (
        <PortalSection key={part} id={part} title={words.t(`list.${part}.title`)}>
          <p className="-mt-2 mb-3 text-base text-ink-2">{words.t(`list.${part}.text`)}</p>
          <div className="overflow-hidden rounded-lg border border-line bg-surface">
            {rows.map(({ item, of }) => (
              <DocumentRow key={item.id} item={item} today={today} of={of} />
            ))}
          </div>
        </PortalSection>
      );
    });
}
