"use client";

import { Combobox as BaseCombobox } from "@base-ui/react/combobox";
import { Check, ChevronDown } from "lucide-react";
import { useState } from "react";
import { matchingOptions } from "./matching-options";
import { classNames } from "./class-names";
import { controlClass } from "./control-class";
import type { FieldProps } from "./field";
import { Field, useControl } from "./field";
import type { OptionsState } from "./use-async-options";
import { useAsyncOptions } from "./use-async-options";
import { useHydrated } from "./use-hydrated";

export interface ComboboxOption {
  value: string;
  label: string;
  /** Quietly beside it: a code, an e-mail. */
  detail?: string;
}

interface ComboboxProps extends FieldProps {
  /** The whole list, filtered here by what is typed. */
  options?: readonly ComboboxOption[];
  /** Or: asks a server action for what is typed. */
  search?: (query: string) => Promise<ComboboxOption[]>;
  defaultOption?: ComboboxOption | null;
  placeholder?: string;
  onOptionChange?: (option: ComboboxOption | null) => void;
}

/**
 * A choice from a long list by typing. Sends the option's `value` under `name`; before JavaScript it is a plain
 * input and sends what was typed, so the server accepts a value or its label.
 */
export function Combobox({
  options,
  search,
  defaultOption = null,
  placeholder,
  onOptionChange,
  ...field
}: ComboboxProps) {
  return (
    <Field {...field}>
      <ComboboxControl {...{ options, search, defaultOption, placeholder, onOptionChange }} />
    </Field>
  );
}

type ControlProps = Pick<
  ComboboxProps,
  "options" | "search" | "defaultOption" | "placeholder" | "onOptionChange"
>;

const nothing = () => Promise.resolve<ComboboxOption[]>([]);

function statusText(query: string, state: OptionsState, found: number, remote: boolean): string | null {
  if (state === "searching") return "Searching…";
  if (state === "failed") return "The search did not answer. Type again to retry.";
  if (remote && query.trim() === "") return "Type to search.";
  return found === 0 ? `Nothing matches “${query.trim()}”.` : null;
}

function ComboboxControl({
  options,
  search,
  defaultOption = null,
  placeholder,
  onOptionChange,
}: ControlProps) {
  const hydrated = useHydrated();
  const control = useControl<{ id?: string; name?: string; required?: boolean }>({});
  const { typed, name, ...wiring } = control;
  const [chosen, setChosen] = useState(defaultOption);
  const [query, setQuery] = useState(typed ?? defaultOption?.label ?? "");
  const remote = useAsyncOptions(search ?? nothing);
  const items = search
    ? remote.options
    : matchingOptions(options ?? [], chosen?.label === query ? "" : query);
  const status = search ? statusText(query, remote.state, items.length, true) : null;

  return (
    <BaseCombobox.Root
      items={items}
      filter={null}
      value={chosen}
      inputValue={query}
      itemToStringLabel={(option: ComboboxOption) => option.label}
      isItemEqualToValue={(a: ComboboxOption, b: ComboboxOption) => a.value === b.value}
      onInputValueChange={(text, { reason }) => {
        setQuery(text);
        if (reason !== "item-press") remote.ask(text);
      }}
      onValueChange={(option) => {
        setChosen(option);
        onOptionChange?.(option);
      }}
    >
      {hydrated && <input type="hidden" name={name} value={chosen?.value ?? ""} readOnly />}
      <span className="relative block">
        <BaseCombobox.Input
          {...wiring}
          name={hydrated ? undefined : name}
          placeholder={placeholder}
          autoComplete="off"
          className={classNames(controlClass, "pr-9")}
        />
        <BaseCombobox.Trigger
          aria-label="Show the choices"
          tabIndex={-1}
          className="absolute inset-y-0 right-0 grid w-9 place-items-center text-ink-2"
        >
          <ChevronDown size={16} aria-hidden />
        </BaseCombobox.Trigger>
      </span>
      <BaseCombobox.Portal>
        <BaseCombobox.Positioner sideOffset={4} className="z-50">
          <BaseCombobox.Popup className="max-h-80 w-(--anchor-width) min-w-56 overflow-y-auto rounded-lg border border-line-strong bg-surface p-1 shadow-float outline-none">
            <BaseCombobox.Status className="text-sm text-ink-2">
              {status !== null && <span className="block px-2 py-1.5">{status}</span>}
            </BaseCombobox.Status>
            {!search && (
              <BaseCombobox.Empty className="text-sm text-ink-2">
                <span className="block px-2 py-1.5">{statusText(query, "idle", 0, false)}</span>
              </BaseCombobox.Empty>
            )}
            <BaseCombobox.List className="outline-none">
              {(option: ComboboxOption) => <Choice key={option.value} option={option} />}
            </BaseCombobox.List>
          </BaseCombobox.Popup>
        </BaseCombobox.Positioner>
      </BaseCombobox.Portal>
    </BaseCombobox.Root>
  );
}

function Choice({ option }: { option: ComboboxOption }) {
  return (
    <BaseCombobox.Item
      value={option}
      className="grid min-h-(--control-sm) cursor-pointer grid-cols-[1rem_minmax(0,1fr)_auto] items-center gap-2 rounded-sm px-2 py-1 outline-none select-none data-highlighted:bg-sunken"
    >
      <BaseCombobox.ItemIndicator className="col-start-1">
        <Check size={14} aria-hidden />
      </BaseCombobox.ItemIndicator>
      <span className="col-start-2 truncate">{option.label}</span>
      {option.detail !== undefined && <span className="col-start-3 text-xs text-ink-3">{option.detail}</span>}
    </BaseCombobox.Item>
  );
}
