"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/control-class";
import { Field, useControl } from "@/components/ui/field";
import { findOccupations } from "@/lib/enquiries/occupations/rules";
import type { FoundOccupation, OccupationRow } from "@/lib/enquiries/occupations/types";
import { useFaultText, type QuestionProps } from "./questions";
import { useAnswer } from "./use-draft";
import { useOccupations } from "./use-occupations";

const POPUP =
  "max-h-96 w-(--anchor-width) max-w-[calc(100vw-2rem)] overflow-y-auto rounded-lg border border-line-strong bg-surface p-1 shadow-float outline-none";

/** An occupation of the official list, found by what people call it; the list is searched in the browser. */
export function OccupationQuestion({ path, label, hint, optional }: QuestionProps) {
  const t = useTranslations("assess");
  const faultText = useFaultText();
  const { value: code, fault, setValue } = useAnswer(path);
  const { list, failed } = useOccupations(useLocale());
  const chosen = list?.find(([one]) => one === code);
  const words = (
    <>
      {label} {optional && <span className="font-normal text-ink-2">{t("optional")}</span>}
    </>
  );
  return (
    <Field name={path} label={words} hint={hint} error={faultText(fault)}>
      {code === "" ? (
        <OccupationSearch list={list} failed={failed} onChoose={setValue} />
      ) : (
        <Chosen text={chosen ? `${chosen[2]} (${code})` : code} onClear={() => setValue("")} />
      )}
    </Field>
  );
}

/** The chosen occupation stands still: a slip of the keyboard does not undo it. */
function Chosen({ text, onClear }: { text: string; onClear: () => void }) {
  const t = useTranslations("assess.work");
  const { typed: _typed, ...wiring } = useControl<{ id?: string }>({});
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <input
        {...wiring}
        readOnly
        value={text}
        title={text}
        className={`${controlClass} flex-1 basis-56 text-ellipsis`}
      />
      <Button variant="quiet" onClick={onClear} aria-label={t("clear")}>
        ✕
      </Button>
    </div>
  );
}

interface OccupationSearchProps {
  list: readonly OccupationRow[] | null;
  failed: boolean;
  onChoose: (code: string) => void;
}

function OccupationSearch({ list, failed, onChoose }: OccupationSearchProps) {
  const t = useTranslations("assess.work");
  const { typed: _typed, ...wiring } = useControl<{ id?: string; name?: string }>({});
  const [text, setText] = useState("");
  const found = list === null ? [] : findOccupations(list, text);
  const asked = text.trim().length > 1;
  return (
    <Autocomplete.Root
      items={found}
      mode="none"
      value={text}
      itemToStringValue={({ title }: FoundOccupation) => title}
      onValueChange={(next, { reason }) => {
        setText(next);
        const picked = reason === "item-press" ? found.find(({ title }) => title === next) : undefined;
        if (picked) onChoose(picked.code);
      }}
    >
      <Autocomplete.Input
        {...wiring}
        autoComplete="off"
        maxLength={120}
        className={controlClass}
        onKeyDown={(event) => {
          // Enter chooses here; it does not leave the step while somebody is still looking.
          if (event.key === "Enter") event.preventDefault();
        }}
      />
      <Autocomplete.Portal>
        <Autocomplete.Positioner sideOffset={4} className="z-50">
          <Autocomplete.Popup className={POPUP}>
            <Autocomplete.Status className="text-sm text-ink-2">
              {asked && list === null && !failed && <Line>{t("searching")}</Line>}
              {asked && failed && <Line>{t("searchFailed")}</Line>}
              {asked && list !== null && found.length === 0 && <Line>{t("nothing")}</Line>}
            </Autocomplete.Status>
            <Autocomplete.List className="outline-none">
              {(one: FoundOccupation) => (
                <Autocomplete.Item
                  key={one.code}
                  value={one}
                  className="min-h-11 cursor-pointer rounded-sm px-2 py-1.5 outline-none select-none data-highlighted:bg-sunken"
                >
                  <span className="block font-medium">{one.title}</span>
                  {one.matched !== null && <span className="block text-sm text-ink-2">{one.matched}</span>}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}

function Line({ children }: { children: string }) {
  return <span className="block px-2 py-1.5">{children}</span>;
}
