"use client";

import { Search } from "lucide-react";
import Form from "next/form";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { DUE_LABELS, hasFilters, PROGRAMS, SORTS } from "@/lib/cases/list/rules";
import type { CaseListState } from "@/lib/cases/list/types";
import { STAGE_LABELS } from "@/lib/cases/rules";
import type { Colleague } from "@/lib/cases/types";

interface CaseFiltersProps {
  state: CaseListState;
  /** Empty for those who only see their own. */
  owners: readonly Colleague[];
}

const stageOptions = Object.entries(STAGE_LABELS).map(([value, label]) => ({ value, label }));
const dueOptions = Object.entries(DUE_LABELS).map(([value, label]) => ({ value, label }));
const programOptions = PROGRAMS.map((value) => ({ value, label: value }));

/** Narrows the list; each choice is in the address. A plain form before JavaScript, at once after it. */
export function CaseFilters({ state, owners }: CaseFiltersProps) {
  const form = useRef<HTMLFormElement>(null);
  const submit = () => form.current?.requestSubmit();
  const severalStages = state.stages.length > 1;
  return (
    <Form
      ref={form}
      action="/cases"
      role="search"
      aria-label="Cases"
      className="mb-3 flex flex-wrap items-center gap-2"
    >
      {state.waiting !== null && <input type="hidden" name="waiting" value={state.waiting} />}
      {state.sort !== "updated" && <input type="hidden" name="sort" value={state.sort} />}
      {state.dir !== SORTS[state.sort].first && <input type="hidden" name="dir" value={state.dir} />}
      <span className="relative w-full sm:w-72">
        <Search
          size={16}
          aria-hidden
          className="pointer-events-none absolute inset-y-0 left-2.5 my-auto text-ink-3"
        />
        <Input
          key={state.q}
          type="search"
          name="q"
          aria-label="Search by name, file number, e-mail, profile number or NOC"
          placeholder="Name, file, e-mail, profile, NOC"
          defaultValue={state.q}
          className="pl-8"
        />
      </span>
      <span className="max-sm:flex-1 sm:w-44">
        <Select
          key={`stage-${state.stages.join()}`}
          name="stage"
          aria-label="Stage"
          emptyLabel={severalStages ? `${state.stages.length} stages` : "Any stage"}
          options={stageOptions}
          defaultValue={severalStages ? "" : state.stages[0]}
          onChange={submit}
        />
      </span>
      <span className="max-sm:flex-1 sm:w-40">
        <Select
          key={`due-${state.due ?? ""}`}
          name="due"
          aria-label="Days left"
          emptyLabel="Any date"
          options={dueOptions}
          defaultValue={state.due ?? ""}
          onChange={submit}
        />
      </span>
      <span className="max-sm:flex-1 sm:w-36">
        <Select
          key={`program-${state.program ?? ""}`}
          name="program"
          aria-label="Program"
          emptyLabel="Any program"
          options={programOptions}
          defaultValue={state.program ?? ""}
          onChange={submit}
        />
      </span>
      {owners.length > 0 && (
        <span className="max-sm:flex-1 sm:w-44">
          <Select
            key={`owner-${state.owner ?? ""}`}
            name="owner"
            aria-label="Consultant"
            emptyLabel="Any consultant"
            options={owners.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={state.owner ?? ""}
            onChange={submit}
          />
        </span>
      )}
      <button type="submit" className={buttonClass()}>
        Show
      </button>
      {hasFilters(state) && (
        <Button href="/cases" variant="quiet">
          Clear
        </Button>
      )}
    </Form>
  );
}
