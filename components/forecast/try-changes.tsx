import type { SelectOption } from "@/components/ui/select";
import { CHOICE_KEYS } from "@/lib/assessment/forecast/rules";
import type { LevelChoice, Query } from "@/lib/assessment/forecast/types";
import type { ForecastPage } from "@/lib/assessment/forecast/types";
import { formatDate } from "@/lib/format/dates";
import { PROVINCES } from "@/lib/express-entry/facts";
import { PROVINCE_LABELS } from "@/lib/people/rules";
import { TryChip } from "./try-chip";
import {
  EducationFields,
  LanguageFields,
  SpouseFields,
  spouseOptions,
  STUDIES,
  TriedField,
  WhenField,
  WorkFields,
  WORKS,
} from "./try-fields";
import { TryForm } from "./try-form";

function levelWords(choice: LevelChoice | null, scale: string): string | null {
  if (!choice) return null;
  const figures = [choice.listening, choice.reading, choice.writing, choice.speaking];
  const isEven = figures.every((level) => level === choice.all);
  return isEven ? `${scale} ${choice.all} in all four` : `${scale} ${figures.join(", ")}`;
}

function labelOf(options: readonly SelectOption[], value: string | undefined): string | null {
  return options.find((option) => option.value === value)?.label ?? null;
}

interface TryChangesProps {
  page: ForecastPage;
  base: string;
  query: Query;
}

/** "Try a change": one chip for each thing that can change. The state is the address; works before JavaScript. */
export function TryChanges({ page, base, query }: TryChangesProps) {
  const { choices, present } = page;
  const { english, french, education, work, nomination, spouse, add } = choices;
  const chip = (id: string, label: string, now: string, tried: string | null) => ({
    id,
    label,
    value: tried ?? now,
    isTried: tried !== null,
    clearHref: without(base, query, id),
  });
  const provinces = PROVINCES.filter((code) => code !== "QC").map((code) => ({
    value: code,
    label: PROVINCE_LABELS[code],
  }));
  const workTried = work && (work.until ? `permit to ${formatDate(work.until)}` : labelOf(WORKS, work.what));
  return (
    <TryForm base={base} today={page.today} add={add}>
      <span className="mr-1 text-sm font-semibold max-sm:w-full" aria-hidden>
        Try a change
      </span>
      <TryChip {...chip("english", "English", present.english, levelWords(english, "CLB"))}>
        <LanguageFields name="english" scale="CLB" choice={english} />
      </TryChip>
      <TryChip {...chip("french", "French", present.french, levelWords(french, "NCLC"))}>
        <LanguageFields name="french" scale="NCLC" choice={french} />
      </TryChip>
      <TryChip {...chip("education", "Education", present.education, labelOf(STUDIES, education?.study))}>
        <EducationFields choice={education} />
      </TryChip>
      <TryChip {...chip("work", "Work", present.work, workTried)}>
        <WorkFields choice={work} />
      </TryChip>
      <TryChip
        {...chip("nomination", "Nomination", present.nomination, labelOf(provinces, nomination?.province))}
      >
        <TriedField
          name="nomination"
          label="Province or territory"
          options={provinces}
          chosen={nomination?.province}
          emptyLabel="None"
        />
        <WhenField name="nomination_on" on={nomination?.on} label="Accepted on" />
      </TryChip>
      <TryChip
        {...chip("spouse", "Spouse", present.spouse, labelOf(spouseOptions(present.hasSpouse), spouse?.what))}
      >
        <SpouseFields choice={spouse} hasSpouse={present.hasSpouse} />
      </TryChip>
    </TryForm>
  );
}

/** The address without one of the changes. */
function without(base: string, query: Query, id: string): string {
  const params = new URLSearchParams();
  for (const key of ["from", ...CHOICE_KEYS]) {
    if (key === id || key.startsWith(`${id}_`)) continue;
    for (const value of [query[key] ?? []].flat()) if (value !== "") params.append(key, value);
  }
  const rest = params.toString();
  return rest === "" ? base : `${base}?${rest}`;
}
