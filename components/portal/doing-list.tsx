import { BookOpenCheck, Eye, PenLine, Route, Send } from "lucide-react";
import type { FirmDay } from "@/lib/cases/types";
import type { Doing } from "@/lib/portal/types";
import { doingWords } from "./home-words";
import { portalWords } from "./words";

const ICONS: Readonly<Record<Doing["kind"], typeof Eye>> = {
  checking: Eye,
  writing: PenLine,
  steps: Route,
  reading: BookOpenCheck,
  sending: Send,
};

/** What the firm is busy with for this client. */
export async function DoingList({ doing, day }: { doing: readonly Doing[]; day: FirmDay }) {
  const words = await portalWords();
  return (
    <ul className="overflow-hidden rounded-lg border border-line bg-surface">
      {doing.map((entry) => {
        const Icon = ICONS[entry.kind];
        const { title, text } = doingWords(entry, day, words);
        return (
          <li key={entry.kind} className="flex gap-3 border-t border-line px-4 py-3.5 first:border-t-0">
            <Icon size={20} strokeWidth={1.75} className="mt-0.5 shrink-0 text-ink-3" aria-hidden />
            <span className="min-w-0">
              <span className="block font-semibold wrap-anywhere">{title}</span>
              <span className="block text-base text-ink-2">{text}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
