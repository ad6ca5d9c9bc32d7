import { ArrowRight, Calendar, Camera, CircleCheck, ClipboardCheck } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { NextThing, PortalItem, PortalPerson } from "@/lib/portal/types";
import { bestByWords, CARD, MEANWHILE, moreWords, redoTitle, sendTitle } from "./home-words";
import { itsName } from "./item-words";

interface CardFrameProps {
  kind: string;
  title: string;
  text: string;
  bestBy?: string;
  button: { href: string; label: string; icon: ReactNode };
  more: number;
}

function CardFrame({ kind, title, text, bestBy, button, more }: CardFrameProps) {
  return (
    <section
      aria-labelledby="next-thing"
      className="mt-4 rounded-lg border border-line-strong bg-surface p-5"
    >
      <p className="mb-2 flex items-center gap-2 text-base font-[650]">
        <ArrowRight size={20} strokeWidth={1.75} aria-hidden />
        {kind}
      </p>
      <h2 id="next-thing" className="text-lg font-[650] tracking-[-0.01em] text-balance wrap-anywhere">
        {title}
      </h2>
      <p className="mt-2">{text}</p>
      {bestBy !== undefined && (
        <p className="mt-3 flex items-center gap-2 text-[0.9375rem] text-ink-2">
          <Calendar size={20} strokeWidth={1.75} className="shrink-0" aria-hidden />
          {bestBy}
        </p>
      )}
      <Button
        href={button.href}
        variant="primary"
        size="lg"
        icon={button.icon}
        className="mt-4 min-h-13 w-full gap-2.5 rounded-lg text-[1.0625rem] [&_svg]:size-5"
      >
        {button.label}
      </Button>
      {more > 0 && (
        <Link
          prefetch={false}
          href="/portal/documents"
          className="mt-2 -mb-2 flex min-h-11 items-center justify-center text-[0.9375rem] font-medium text-link"
        >
          {moreWords(more)}
        </Link>
      )}
    </section>
  );
}

interface NextCardProps {
  next: NextThing;
  more: number;
  person: PortalPerson | null;
  today: IsoDate;
}

function documentCard(
  { kind, item }: { kind: "redo" | "send" | "ahead"; item: PortalItem },
  { person, today, more }: Omit<NextCardProps, "next">,
) {
  const name = itsName(item, person);
  const texts = {
    redo: item.returned?.reason ?? "",
    send: "Open it to see what a good one looks like, then take a photo or choose a file.",
    ahead: CARD.aheadText,
  };
  return (
    <CardFrame
      kind={kind === "ahead" ? CARD.getAhead : CARD.doNext}
      title={kind === "redo" ? redoTitle(name) : sendTitle(name)}
      text={texts[kind]}
      bestBy={item.bestBy === null ? undefined : bestByWords(item.bestBy, today)}
      button={{
        href: `/portal/documents/${item.id}`,
        label: kind === "redo" ? CARD.redoButton : CARD.sendButton,
        icon: <Camera aria-hidden strokeWidth={1.75} />,
      }}
      more={more}
    />
  );
}

/** The one card of the first page, with its one button; or what happens while there is nothing to do. */
export function NextCard({ next, ...rest }: NextCardProps) {
  switch (next.kind) {
    case "redo":
    case "send":
    case "ahead":
      return documentCard(next, rest);
    case "confirm":
      return (
        <CardFrame
          kind={CARD.doNext}
          title={CARD.confirmTitle}
          text={CARD.confirmText}
          button={{
            href: "/portal/approve",
            label: CARD.confirmButton,
            icon: <ClipboardCheck aria-hidden strokeWidth={1.75} />,
          }}
          more={0}
        />
      );
    case "nothing": {
      const { title, text } = MEANWHILE[next.meanwhile];
      return (
        <section aria-labelledby="next-thing" className="mt-4 rounded-lg border border-line bg-surface p-5">
          <CircleCheck size={28} strokeWidth={1.75} className="mb-3 text-ok" aria-hidden />
          <h2 id="next-thing" className="text-lg font-[650] tracking-[-0.01em] text-balance">
            {title}
          </h2>
          <p className="mt-2">{text}</p>
        </section>
      );
    }
  }
}
