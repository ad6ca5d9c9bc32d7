import { ArrowRight, Calendar, Camera, CircleCheck, ClipboardCheck } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { NextThing, PortalItem, PortalPerson } from "@/lib/portal/types";
import { bestByWords } from "./home-words";
import { itsName, sinceWords } from "./item-words";
import { portalWords, type Words } from "./words";

interface CardFrameProps {
  kind: string;
  title: string;
  text: string;
  bestBy?: string;
  /** Who has had it since when. */
  since?: string;
  /** Why this one comes first. */
  because?: string;
  button: { href: string; label: string; icon: ReactNode };
  /** What else waits, in words; empty for nothing. */
  more: string;
}

function CardFrame({ kind, title, text, bestBy, since, because, button, more }: CardFrameProps) {
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
      {since !== undefined && since !== "" && <p className="mt-1 text-[0.9375rem] text-ink-2">{since}</p>}
      {because !== undefined && <p className="mt-1 text-[0.9375rem] text-ink-2">{because}</p>}
      <Button
        href={button.href}
        variant="primary"
        size="lg"
        icon={button.icon}
        className="mt-4 min-h-13 w-full gap-2.5 rounded-lg text-[1.0625rem] [&_svg]:size-5"
      >
        {button.label}
      </Button>
      {more !== "" && (
        <Link
          prefetch={false}
          href="/portal/documents"
          className="mt-2 -mb-2 flex min-h-11 items-center justify-center text-[0.9375rem] font-medium text-link"
        >
          {more}
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

type OfDocument = Extract<NextThing, { item: PortalItem }>;

function documentCard(
  { kind, item, holdsUp }: OfDocument,
  { person, today, more }: Omit<NextCardProps, "next">,
  words: Words,
) {
  const { t, rule } = words;
  const name = itsName(item, person, words);
  const texts = {
    redo: rule(item.returned?.reason ?? ""),
    send: t("home.sendText"),
    ahead: t("home.aheadText"),
  };
  return (
    <CardFrame
      kind={kind === "ahead" ? t("home.getAhead") : t("home.doNext")}
      title={kind === "redo" ? t("home.redoTitle", { name }) : t("home.sendTitle", { name })}
      text={texts[kind]}
      bestBy={item.bestBy === null ? undefined : bestByWords(item.bestBy, today, words)}
      since={sinceWords(item, today, words)}
      because={holdsUp > 0 ? t("home.holdsUp", { days: holdsUp }) : undefined}
      button={{
        href: `/portal/documents/${item.id}`,
        label: kind === "redo" ? t("home.redoButton") : t("home.sendButton"),
        icon: <Camera aria-hidden strokeWidth={1.75} />,
      }}
      more={more > 0 ? t("home.more", { count: more }) : ""}
    />
  );
}

/** The one card of the first page, with its one button; or what happens while there is nothing to do. */
export async function NextCard({ next, ...rest }: NextCardProps) {
  const words = await portalWords();
  const { t } = words;
  switch (next.kind) {
    case "redo":
    case "send":
    case "ahead":
      return documentCard(next, rest, words);
    case "confirm":
      return (
        <CardFrame
          kind={t("home.doNext")}
          title={t("home.confirmTitle")}
          text={t("home.confirmText")}
          button={{
            href: "/portal/approve",
            label: t("home.confirmButton"),
            icon: <ClipboardCheck aria-hidden strokeWidth={1.75} />,
          }}
          more=""
        />
      );
    case "nothing":
      return (
        <section aria-labelledby="next-thing" className="mt-4 rounded-lg border border-line bg-surface p-5">
          <CircleCheck size={28} strokeWidth={1.75} className="mb-3 text-ok" aria-hidden />
          <h2 id="next-thing" className="text-lg font-[650] tracking-[-0.01em] text-balance">
            {t(`home.meanwhile.${next.meanwhile}.title`)}
          </h2>
          <p className="mt-2">{t(`home.meanwhile.${next.meanwhile}.text`)}</p>
        </section>
      );
  }
}
