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
  async function readAll(files: readonly File[]): Promise<{ fresh: Page[]; bad: Refused[] }> {
    const found: (Page | Refused)[] = [];
    for (const [index, file] of files.entries()) {
      setReading(files.length - index);
      found.push(await read(file));
    }
    return { fresh: found.filter(isPage), bad: found.filter(isRefused) };
  }

  /** In one go, so that the list never looks empty in between. */
  function show(list: (before: readonly Page[]) => readonly Page[], fresh: Page[], bad: Refused[]): void {
    setPages(list);
    if (fresh[0]) setSelected(fresh[0].id);
    setRefused(bad);
    setReading(0);
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
    /** Adds the files as pages at the end; resolves with those that could not become pages. */
    add: async (files: readonly File[]): Promise<readonly Refused[]> => {
      const { fresh, bad } = await readAll(files);
      show((before) => [...before, ...fresh], fresh, bad);
      return bad;
    },
    /** Puts other pictures in the place of one page. */
    exchange: async (id: number, files: readonly File[]): Promise<void> => {
      const { fresh, bad } = await readAll(files);
      const page = pages.find((one) => one.id === id);
      if (page && fresh.length > 0) closePage(page);
      show((before) => (fresh.length > 0 ? replaced(before, id, fresh) : before), fresh, bad);
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
