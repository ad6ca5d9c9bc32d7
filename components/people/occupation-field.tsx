"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { useEffect, useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { controlClass } from "@/components/ui/control-class";
import type { FieldProps } from "@/components/ui/field";
import { Field, useControl } from "@/components/ui/field";
import { useAsyncOptions } from "@/components/ui/use-async-options";
import type { OccupationMatch } from "@/lib/occupations/types";
import { teerWords } from "./labels";

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

/** The occupation that the field names, looked up by its code; null while it names none. */
function useNamed(
  text: string,
  search: SearchOccupations,
): [OccupationMatch | null, (match: OccupationMatch) => void] {
  const [known, setKnown] = useState<OccupationMatch | null>(null);
  const code = /^\s*(\d{5})\b/.exec(text)?.[1];
  const isKnown = known?.code === code;
  useEffect(() => {
    if (code === undefined || isKnown) return;
    let isCurrent = true;
    search(code).then(
      (found) => isCurrent && setKnown(found.find((match) => match.code === code) ?? null),
      // Without an answer the field says what it says, and the server still judges the code.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [code, isKnown, search]);
  return [isKnown ? known : null, setKnown];
}

function OccupationControl({
  search,
  defaultValue = "",
}: Pick<OccupationFieldProps, "search" | "defaultValue">) {
  const { typed, ...wiring } = useControl<{ id?: string; name?: string; required?: boolean }>({});
  const input = useRef<HTMLInputElement>(null);
  // Until somebody types it is what the facts say, also when they change meanwhile.
  const [own, setText] = useState(typed);
  const text = own ?? defaultValue;
  const [named, setNamed] = useNamed(text, search);
  const [chosen, setChosen] = useState<string | null>(null);
  const { options, state, ask } = useAsyncOptions(search);
  const nothing = state === "idle" && options.length === 0 && text.trim().length > 1;

  // An occupation that was taken from the list is a change of the field, as the form around it should hear.
  useEffect(() => {
    if (chosen !== null) input.current?.dispatchEvent(new Event("change", { bubbles: true }));
  }, [chosen]);

  return (
    <Autocomplete.Root
      items={options}
      mode="none"
      autoHighlight
      value={text}
      itemToStringValue={shownAs}
      onValueChange={(next, { reason }) => {
        setText(next);
        if (reason === "input-change") {
          ask(next);
          return;
        }
        const match = options.find((option) => shownAs(option) === next);
        if (match) setNamed(match);
        setChosen(next);
      }}
    >
      <Autocomplete.Input ref={input} {...wiring} autoComplete="off" className={controlClass} />
      <About match={named} />
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

/** TEER, the French title and what people in the occupation do, under the field that names it. */
function About({ match }: { match: OccupationMatch | null }) {
  if (match === null) return null;
  return (
    <div className="mt-1 text-sm text-ink-2">
      <p>
        <span className="font-medium text-ink">{teerWords(match.teer)}</span>
        <span lang="fr"> · {match.titleFr}</span>
      </p>
      {match.lead !== null && <p className="mt-0.5">{match.lead}</p>}
    </div>
  );
}

/** Code, title and TEER, and the title that matched where it is another. */
function Match({ match }: { match: OccupationMatch }) {
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
      <span className="text-xs whitespace-nowrap text-ink-2">{teerWords(match.teer)}</span>
      {match.matched !== null && (
        <span className="col-start-2 col-end-4 text-xs text-ink-2">matches “{match.matched}”</span>
      )}
    </Autocomplete.Item>
  );
}
