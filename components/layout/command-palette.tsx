"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Kbd } from "@/components/ui/kbd";
import { useAsyncOptions } from "@/components/ui/use-async-options";

/** A place that is always there: a screen, a new enquiry. */
export interface Destination {
  title: string;
  detail?: string;
  href: string;
}

export interface Found {
  title: string;
  detail: string;
  href: string;
}

/** A server action that looks through what the person may see. */
export type SearchAction = (query: string) => Promise<Found[]>;

interface PaletteProps {
  destinations: readonly Destination[];
  search?: SearchAction;
  fullSearch?: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

interface Group {
  value: string;
  items: Destination[];
}

const nothing: SearchAction = () => Promise.resolve([]);

function groupsFor(
  query: string,
  found: readonly Found[],
  places: readonly Destination[],
  full?: string,
): Group[] {
  const typed = query.trim();
  const words = typed.toLowerCase();
  const matching = places.filter((place) => place.title.toLowerCase().includes(words));
  const everything =
    typed !== "" && full !== undefined
      ? [{ title: `All cases with “${typed}”`, href: full + encodeURIComponent(typed) }]
      : [];
  return [
    { value: "Found", items: [...found, ...everything] },
    { value: "Go to", items: matching },
  ].filter((group) => group.items.length > 0);
}

/** Anything, from the keyboard: type, arrow, Enter. */
export function CommandPalette({ open, onOpenChange, ...content }: PaletteProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Dialog.Popup
          aria-label="Search"
          className="fixed inset-x-0 top-[8vh] z-50 mx-auto flex max-h-[70dvh] w-[calc(100vw-1.5rem)] max-w-140 flex-col overflow-hidden rounded-lg border border-line-strong bg-surface shadow-float"
        >
          <PaletteContent {...content} close={() => onOpenChange(false)} />
          <Dialog.Close className="sr-only">Close</Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type ContentProps = Pick<PaletteProps, "destinations" | "search" | "fullSearch"> & { close: () => void };

function PaletteContent({ destinations, search = nothing, fullSearch, close }: ContentProps) {
  const router = useRouter();
  const [query, setQuery] = useState("");
  const { options, state, ask } = useAsyncOptions(search);
  const groups = groupsFor(query, options, destinations, fullSearch);

  function go(place: Destination) {
    close();
    router.push(place.href);
  }

  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      filter={null}
      value={query}
      onValueChange={(text, { reason }) => {
        if (reason === "item-press") return;
        setQuery(text);
        ask(text);
      }}
      itemToStringValue={(place: Destination) => place.title}
      autoHighlight="always"
      keepHighlight
    >
      <div className="flex items-center gap-2 border-b border-line px-4">
        <Search size={16} className="shrink-0 text-ink-3" aria-hidden />
        <Autocomplete.Input
          aria-label="Search name, file, e-mail, or go to a screen"
          placeholder="Search name, file, e-mail, or go to a screen"
          className="h-12 min-w-0 flex-1 bg-transparent text-md outline-none"
        />
        <Kbd>Esc</Kbd>
      </div>
      <Autocomplete.Status className="text-sm text-ink-2">
        {state === "searching" && <span className="block px-4 pt-2">Searching…</span>}
        {state === "failed" && (
          <span className="block px-4 pt-2">The search did not answer. Type again to retry.</span>
        )}
      </Autocomplete.Status>
      <Autocomplete.Empty className="text-sm text-ink-2">
        {state === "idle" && <span className="block px-4 py-3">Nothing matches “{query.trim()}”.</span>}
      </Autocomplete.Empty>
      <Autocomplete.List className="min-h-0 overflow-y-auto p-1 outline-none empty:p-0">
        {(group: Group) => (
          <Autocomplete.Group key={group.value} items={group.items}>
            <Autocomplete.GroupLabel className="px-3 pt-2 pb-1 text-xs text-ink-3">
              {group.value}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(place: Destination) => (
                <Autocomplete.Item
                  key={place.href}
                  value={place}
                  onClick={() => go(place)}
                  className="flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-3 py-1 outline-none select-none data-highlighted:bg-sunken max-md:min-h-11"
                >
                  <span className="min-w-0 truncate font-medium">{place.title}</span>
                  {place.detail !== undefined && (
                    <span className="ml-auto min-w-0 truncate text-sm text-ink-2">{place.detail}</span>
                  )}
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
}
