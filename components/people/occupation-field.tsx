"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { controlClass } from "@/components/ui/control-class";
import type { FieldProps } from "@/components/ui/field";
import { Field, useControl } from "@/components/ui/field";
import { useAsyncOptions } from "@/components/ui/use-async-options";
import type { OccupationMatch } from "@/lib/occupations/types";

/** Asks the server for occupations by title or code. */
export type SearchOccupations = (text: string) => Promise<OccupationMatch[]>;

interface OccupationFieldProps extends FieldProps {
  search: SearchOccupations;
  /** `21231 Software engineers and designers`; the server reads the code at its start. */
  defaultValue?: string;
}

/** A NOC 2021 occupation, by title in English or French or by code. Sends what it shows, also before JavaScript. */
export function OccupationField({ search, defaultValue, ...field }: OccupationFieldProps) {
  return (
    <Field {...field} hint={field.hint ?? "Type a title, in English or French, or the code."}>
      <OccupationControl search={search} defaultValue={defaultValue} />
    </Field>
  );
}

function shownAs({ code, titleEn }: Pick<OccupationMatch, "code" | "titleEn">): string {
  return `${code} ${titleEn}`;
}

function OccupationControl({
  search,
  defaultValue = "",
}: Pick<OccupationFieldProps, "search" | "defaultValue">) {
  const { typed, ...wiring } = useControl<{ id?: string; name?: string; required?: boolean }>({});
  // Until somebody types it is what the facts say, also when they change meanwhile.
  const [own, setText] = useState(typed);
  const text = own ?? defaultValue;
  const { options, state, ask } = useAsyncOptions(search);
  const nothing = state === "idle" && options.length === 0 && text.trim().length > 1;
  return (
    <Autocomplete.Root
      items={options}
      mode="none"
      value={text}
      itemToStringValue={shownAs}
      onValueChange={(next, { reason }) => {
        setText(next);
        if (reason === "input-change") ask(next);
      }}
    >
      <Autocomplete.Input {...wiring} autoComplete="off" className={controlClass} />
      <Autocomplete.Portal>
        <Autocomplete.Positioner sideOffset={4} className="z-50">
          <Autocomplete.Popup className="max-h-96 w-(--anchor-width) max-w-[calc(100vw-2rem)] min-w-80 overflow-y-auto rounded-lg border border-line-strong bg-surface p-1 shadow-float outline-none">
            <Autocomplete.Status className="text-sm text-ink-2">
              {state === "searching" && <span className="block px-2 py-1.5">Searching…</span>}
              {state === "failed" && (
                <span className="block px-2 py-1.5">
                  The search did not answer. Type the code, or try again.
                </span>
              )}
              {nothing && (
                <span className="block px-2 py-1.5">
                  No occupation has this title. Try fewer words, or the code.
                </span>
              )}
            </Autocomplete.Status>
            <Autocomplete.List className="outline-none">
              {(match: OccupationMatch) => <Match key={match.code} match={match} />}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}

/** Code, title and TEER, and the title that matched where it is another. */
function Match({ match }: { match: OccupationMatch }) {
  const skilled = match.teer <= 3;
  return (
    <Autocomplete.Item
      value={match}
      className={classNames(
        "grid min-h-(--control-sm) cursor-pointer grid-cols-[2.75rem_minmax(0,1fr)_auto] items-baseline gap-x-2 rounded-sm px-2 py-1",
        "outline-none select-none data-highlighted:bg-sunken",
      )}
    >
      <span className="text-ink-2 tabular-nums">{match.code}</span>
      <span className="font-medium">{match.titleEn}</span>
      <span className="text-xs whitespace-nowrap text-ink-2">
        TEER {match.teer}
        {!skilled && ", not skilled"}
      </span>
      {match.matched !== null && (
        <span className="col-start-2 col-end-4 text-xs text-ink-2">matches “{match.matched}”</span>
      )}
    </Autocomplete.Item>
  );
}
