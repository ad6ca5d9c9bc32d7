"use client";

import { ArrowLeft, ArrowRight, Camera, FilePlus2, RotateCw, Trash2 } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { FileButton } from "@/components/ui/file-button";
import { Notice } from "@/components/ui/notice";
import { formatBytes } from "@/lib/format/quantities";
import { DropZone } from "./drop-zone";
import { ACCEPTED_FILES, ACCEPTED_PHOTOS } from "./file-kinds";
import { PageTile } from "./page-tile";
import { oneFileOf, PageRefused } from "./pages";
import { useFaultWords } from "./use-fault-words";
import type { Pages } from "./use-pages";

interface PagesScreenProps {
  pages: Pages;
  /** The name of the file that is made of several pages: `Passport`. */
  title: string;
  onSend: (file: Blob, fileName: string) => void;
}

const tool = "min-h-13 flex-col gap-1 px-1 text-sm font-medium";

/** What can be done with the chosen page; each also says where it is afterwards. */
function PageTools({ pages, say }: { pages: Pages; say: (words: string) => void }) {
  const t = useTranslations("upload.pages");
  const { selected } = pages;
  if (selected === null) return null;
  const at = pages.pages.findIndex(({ id }) => id === selected.id);
  const last = pages.pages.length - 1;
  const moveTo = (to: number) => {
    pages.move(selected.id, to);
    say(t("movedTo", { number: to + 1, count: last + 1 }));
  };
  const button = (label: string, icon: ReactNode, act: () => void, off = false) => (
    <Button className={tool} variant="quiet" icon={icon} onClick={() => !off && act()} aria-disabled={off}>
      {label}
    </Button>
  );
  return (
    <div
      role="group"
      aria-label={t("tools", { number: at + 1 })}
      className="grid grid-cols-5 rounded-lg border border-line-strong bg-surface"
    >
      {button(t("earlier"), <ArrowLeft aria-hidden />, () => moveTo(at - 1), at === 0)}
      {button(t("later"), <ArrowRight aria-hidden />, () => moveTo(at + 1), at === last)}
      {button(t("turn"), <RotateCw aria-hidden />, () => {
        pages.turn(selected.id);
        say(t("turned", { number: at + 1 }));
      })}
      <FileButton
        label={t("retake")}
        icon={<Camera aria-hidden />}
        accept={ACCEPTED_PHOTOS}
        capture
        onFiles={(files) => void pages.exchange(selected.id, files)}
        variant="quiet"
        className={tool}
      />
      {button(t("remove"), <Trash2 aria-hidden />, () => {
        pages.remove(selected.id);
        say(t("removed", { count: last }));
      })}
    </div>
  );
}

/** Files that could not become pages, each with the reason. */
function RefusedFiles({ refused }: Pick<Pages, "refused">) {
  const t = useTranslations("upload");
  const words = useFaultWords();
  return refused.map(({ fileName, fault }) => (
    <Notice key={fileName} tone="late" live title={t("notSent", { file: fileName })}>
      {words(fault, null)}
    </Notice>
  ));
}

/** The pages of one document before it is sent: seen, ordered, turned, taken anew, removed, and more of them added. */
export function PagesScreen({ pages, title, onSend }: PagesScreenProps) {
  const t = useTranslations("upload.pages");
  const locale = useLocale();
  const [said, say] = useState("");
  const [joining, setJoining] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const count = pages.pages.length;
  useEffect(() => heading.current?.focus(), []);

  async function send(): Promise<void> {
    setJoining(true);
    try {
      const { file, fileName } = await oneFileOf(pages.pages, title);
      onSend(file, fileName);
    } catch (error) {
      const known = error instanceof PageRefused;
      pages.refuse({
        fileName: known ? error.fileName : title,
        fault: known ? error.fault : "unreadable",
      });
    } finally {
      setJoining(false);
    }
  }

  if (count === 0 && pages.reading === 0) {
    return (
      <div className="flex flex-col items-start gap-3">
        <RefusedFiles refused={pages.refused} />
        <Button onClick={pages.clear}>{t("startOver")}</Button>
      </div>
    );
  }
  const size = pages.pages.reduce((sum, page) => sum + page.blob.size, 0);
  return (
    <DropZone dashed={false} onFiles={(files) => void pages.add(files)}>
      <div className="flex flex-col gap-3">
        <div>
          <h2 ref={heading} tabIndex={-1} className="text-lg font-[650] tracking-[-0.01em] outline-none">
            {t("title", { count })}
          </h2>
          <p className="text-ink-2">{t("lead")}</p>
        </div>
        <p role="status" className="sr-only">
          {pages.reading > 0 ? t("reading", { count: pages.reading }) : said}
        </p>
        <RefusedFiles refused={pages.refused} />
        <ol aria-label={t("list")} className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          {pages.pages.map((page, index) => (
            <PageTile
              key={page.id}
              page={page}
              number={index + 1}
              selected={page.id === pages.selected?.id}
              onSelect={() => pages.select(page.id)}
              onMove={(to) => pages.move(page.id, to)}
            />
          ))}
        </ol>
        {pages.reading > 0 && (
          <p aria-hidden className="text-ink-2">
            {t("reading", { count: pages.reading })}
          </p>
        )}
        <PageTools pages={pages} say={say} />
        <div className="grid grid-cols-1 gap-2 sm:grid-cols-2">
          <FileButton
            label={t("addPhoto")}
            icon={<Camera aria-hidden />}
            accept={ACCEPTED_PHOTOS}
            capture
            onFiles={(files) => void pages.add(files)}
            size="lg"
          />
          <FileButton
            label={t("addFiles")}
            icon={<FilePlus2 aria-hidden />}
            accept={ACCEPTED_FILES}
            multiple
            onFiles={(files) => void pages.add(files)}
            size="lg"
          />
        </div>
        <p className="text-base text-ink-2">{t("size", { size: formatBytes(size, locale) })}</p>
        <Button
          variant="primary"
          size="lg"
          className="min-h-13 w-full rounded-lg"
          onClick={() => !joining && pages.reading === 0 && void send()}
          aria-disabled={joining || pages.reading > 0}
        >
          {joining ? t("joining") : t("send", { count })}
        </Button>
        <Button variant="quiet" onClick={pages.clear}>
          {t("startOver")}
        </Button>
      </div>
    </DropZone>
  );
}
