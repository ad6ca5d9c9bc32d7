import { Avatar } from "@/components/ui/avatar";
import type { FirmDay } from "@/lib/cases/types";
import { dateInZone, formatTime } from "@/lib/format/dates";
import type { Opening } from "@/lib/portal/types";
import { dayNear, distance } from "./near-date";
import { portalWords, type Words } from "./words";

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `Today: 09:41, 10:05, saved a copy`. */
function timesWords({ times, at }: Opening, { today, timeZone }: FirmDay, words: Words): string {
  const date = dateInZone(at, timeZone);
  const near = distance(date, today, words);
  const isNear = near === words.t("dates.today") || near === words.t("dates.yesterday");
  const day = isNear ? sentenceCase(near) : sentenceCase(dayNear(date, today, words));
  const each = times.map(({ at: when, saved }) => {
    const time = formatTime(when, timeZone);
    return saved ? words.t("views.saved", { time }) : time;
  });
  return `${day}, ${each.join("; ")}`;
}

/** Who of the firm had a document open, and every time of a day. */
export async function OpeningList({ openings, day }: { openings: readonly Opening[]; day: FirmDay }) {
  const words = await portalWords();
  return (
    <ul>
      {openings.map((opening) => (
        <li
          key={`${opening.at.getTime()} ${opening.name} ${opening.title}`}
          className="flex gap-3 border-t border-line px-4 py-3.5 first:border-t-0"
        >
          <Avatar name={opening.name} size="md" />
          <span className="min-w-0">
            <span className="block">
              <span className="font-semibold">{opening.name}</span>, {words.t(`views.roles.${opening.role}`)}
            </span>
            <span className="block text-base wrap-anywhere text-ink-2">{words.rule(opening.title)}</span>
            <span className="block text-base wrap-anywhere text-ink-2">
              {timesWords(opening, day, words)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
