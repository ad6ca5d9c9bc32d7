import { ChevronRight, Eye, Hourglass, PenLine, Send, Undo2, Upload, Check, Minus } from "lucide-react";
import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { PortalItem } from "@/lib/portal/types";
import { stateWords } from "./item-words";
import { portalWords } from "./words";

type Sign = { icon: typeof Check; look: string };

const NEUTRAL = "bg-sunken text-ink-2";

/** Each state has a shape of its own; the colour only repeats it. */
function signOf({ state, responsible, waiting }: PortalItem): Sign {
  if (waiting.holder === "third_party") return { icon: Hourglass, look: NEUTRAL };
  switch (state) {
    case "returned":
      return { icon: Undo2, look: "bg-watch-soft text-watch" };
    case "received":
    case "in_review":
      return { icon: Eye, look: "bg-info-soft text-info" };
    case "accepted":
      return { icon: Check, look: "bg-ok-soft text-ok" };
    case "waived":
      return { icon: Minus, look: NEUTRAL };
    case "requested":
    case "to_request":
      if (responsible === "firm") return { icon: PenLine, look: "bg-info-soft text-info" };
      if (responsible === "client")
        return { icon: Upload, look: state === "requested" ? "bg-watch-soft text-watch" : NEUTRAL };
      return { icon: Send, look: "bg-info-soft text-info" };
  }
}

interface DocumentRowProps {
  item: PortalItem;
  today: IsoDate;
  /** Whose it is, where the rows around it belong to several people. */
  of?: string;
}

/** One document of the client's list: what it is, where it is, who acts. Leads to its page. */
export async function DocumentRow({ item, today, of }: DocumentRowProps) {
  const words = await portalWords();
  const { icon: Icon, look } = signOf(item);
  const mine = item.part === "for_you";
  return (
    <Link
      prefetch={false}
      href={`/portal/documents/${item.id}`}
      className="flex min-h-15 items-center gap-3 border-t border-line py-2 pr-3 pl-4 no-underline -outline-offset-2 first:border-t-0 hover:bg-sunken"
    >
      <span aria-hidden className={classNames("grid size-8 shrink-0 place-items-center rounded-full", look)}>
        <Icon size={18} strokeWidth={1.75} />
      </span>
      <span className="min-w-0 flex-1 leading-[1.375rem] font-medium wrap-anywhere">
        {words.rule(item.title)}
        {of !== undefined && <span className="font-normal text-ink-2">, {of}</span>}
        <span
          className={classNames(
            "block text-base",
            mine ? "font-medium text-watch" : "font-normal text-ink-2",
          )}
        >
          {stateWords(item, today, words)}
          {!item.required && item.responsible !== "firm" && `, ${words.t("item.optional")}`}
        </span>
      </span>
      <ChevronRight size={20} strokeWidth={1.75} className="shrink-0 text-ink-3" aria-hidden />
    </Link>
  );
}
