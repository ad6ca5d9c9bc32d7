"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { moved, removed, replaced, turned } from "./page-order";
import { closePage, pageOf, PageRefused, type Page } from "./pages";

/** A file that could not become a page, and why. */
interface Refused {
  fileName: string;
  fault: PageRefused["fault"];
}

/** What a chosen file became: a page, or a reason why not. */
async function read(file: File): Promise<Page | Refused> {
  try {
    return await pageOf(file);
  } catch (error) {
    if (error instanceof PageRefused) return { fileName: file.name, fault: error.fault };
    // The browser has no room for a picture of this size.
    return { fileName: file.name, fault: "unreadable" };
  }
}

const indexOf = (list: readonly Page[], id: number) => list.findIndex((page) => page.id === id);

const isPage = (one: Page | Refused): one is Page => "id" in one;
const isRefused = (one: Page | Refused): one is Refused => "fault" in one;

/** The pages of one document before it is sent. */
export function usePages() {
  const [pages, setPages] = useState<readonly Page[]>([]);
  const [selected, setSelected] = useState<number | null>(null);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  /** Files that are being read. */
  const [reading, setReading] = useState(0);

  const close = useEffectEvent(() => pages.forEach(closePage));
  useEffect(() => () => close(), []);

  /** One after the other: a phone has room for few pictures at a time. */
  async function readAll(files: readonly File[]): Promise<Page[]> {
    const found: (Page | Refused)[] = [];
    for (const [index, file] of files.entries()) {
      setReading(files.length - index);
      found.push(await read(file));
    }
    setReading(0);
    setRefused(found.filter(isRefused));
    return found.filter(isPage);
  }

  function remove(id: number): void {
    const page = pages.find((one) => one.id === id);
    if (page) closePage(page);
    const left = removed(pages, id);
    setPages(left.pages);
    setSelected(left.selected);
  }

  return {
    pages,
    selected: pages.find(({ id }) => id === selected) ?? null,
    refused,
    reading,
    select: setSelected,
    /** Adds the files as pages at the end. */
    add: async (files: readonly File[]): Promise<void> => {
      const fresh = await readAll(files);
      setPages((before) => [...before, ...fresh]);
      if (fresh[0]) setSelected(fresh[0].id);
    },
    /** Puts other pictures in the place of one page. */
    exchange: async (id: number, files: readonly File[]): Promise<void> => {
      const fresh = await readAll(files);
      const page = pages.find((one) => one.id === id);
      if (!page || fresh.length === 0) return;
      closePage(page);
      setPages((before) => replaced(before, id, fresh));
      setSelected(fresh[0]?.id ?? null);
    },
    move: (id: number, to: number): void => setPages((before) => moved(before, indexOf(before, id), to)),
    turn: (id: number): void => setPages((before) => turned(before, id)),
    remove,
    clear: (): void => {
      pages.forEach(closePage);
      setPages([]);
      setSelected(null);
      setRefused([]);
    },
    refuse: (one: Refused): void => setRefused([one]),
  };
}

export type Pages = ReturnType<typeof usePages>;
