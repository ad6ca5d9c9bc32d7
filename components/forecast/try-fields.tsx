import { DateField } from "@/components/ui/date-field";
import { SelectField, type SelectOption } from "@/components/ui/select";
import type { Choices, LevelChoice } from "@/lib/assessment/forecast/types";

const LEVELS = [10, 9, 8, 7, 6, 5, 4];
export const STUDIES: readonly SelectOption[] = [
  { value: "one_year", label: "One-year credential" },
  { value: "two_year", label: "Two-year credential" },
  { value: "bachelor", label: "Bachelor's degree, three years or more" },
  { value: "master", label: "Master's degree" },
  { value: "doctorate", label: "Doctorate" },
  { value: "eca", label: "A new ECA for what there is" },
];
export const WORKS: readonly SelectOption[] = [
  { value: "permit", label: "A new permit, work goes on" },
  { value: "canada", label: "Skilled work in Canada" },
  { value: "abroad", label: "A year of skilled work abroad" },
  { value: "ends", label: "Work ends" },
];

function levelOptions(scale: string): SelectOption[] {
  return LEVELS.map((level) => ({
    value: String(level),
    label: level === 10 ? `${scale} 10 or more` : `${scale} ${level}`,
  }));
}

/** What is tried: the first choice is that nothing changes. */
export function TriedField({
  name,
  label,
  options,
  chosen,
  emptyLabel = "As it is",
}: {
  name: string;
  label: string;
  options: readonly SelectOption[];
  chosen: string | number | undefined;
  emptyLabel?: string;
}) {
  const value = chosen === undefined ? "" : String(chosen);
  return (
    <SelectField
      key={value}
      name={name}
      label={label}
      options={options}
      emptyLabel={emptyLabel}
      defaultValue={value}
    />
  );
}

/** Of a date that was not chosen, nothing: the field stays empty and the usual day holds. */
export function WhenField({
  name,
  on,
  label = "From",
}: {
  name: string;
  on: string | null | undefined;
  label?: string;
}) {
  return (
    <DateField
      key={on}
      name={name}
      label={label}
      hint="Empty: as long as it usually takes."
      defaultValue={on}
    />
  );
}

const ABILITIES = [
  ["l", "listening", "Listening"],
  ["r", "reading", "Reading"],
  ["w", "writing", "Writing"],
  ["s", "speaking", "Speaking"],
] as const;

export function LanguageFields({
  name,
  scale,
  choice,
}: {
  name: string;
  scale: string;
  choice: LevelChoice | null;
}) {
  const figure = (level: number | undefined) =>
    level === undefined || level === choice?.all ? "" : String(level);
  return (
    <>
      <TriedField name={name} label="All four abilities" options={levelOptions(scale)} chosen={choice?.all} />
      <fieldset>
        <legend className="mb-1 text-sm font-semibold">One that differs</legend>
        <div className="grid grid-cols-2 gap-2">
          {ABILITIES.map(([letter, ability, label]) => (
            <SelectField
              key={`${letter} ${choice?.[ability]}`}
              name={`${name}_${letter}`}
              label={label}
              options={LEVELS.map((level) => ({ value: String(level), label: String(level) }))}
              emptyLabel="same"
              defaultValue={figure(choice?.[ability])}
            />
          ))}
        </div>
      </fieldset>
      <WhenField name={`${name}_on`} on={choice?.on} label="Result on" />
    </>
  );
}

export function EducationFields({ choice }: { choice: Choices["education"] }) {
  return (
    <>
      <TriedField name="education" label="Completed" options={STUDIES} chosen={choice?.study} />
      <div className="grid grid-cols-2 gap-2">
        <SelectField
          name="education_in"
          label="Where"
          options={[{ value: "abroad", label: "Abroad, with ECA" }]}
          emptyLabel="In Canada"
          defaultValue={choice?.abroad ? "abroad" : ""}
        />
        <SelectField
          name="education_time"
          label="How"
          options={[{ value: "full", label: "Full time" }]}
          emptyLabel="Beside work"
          defaultValue={choice?.fullTime ? "full" : ""}
        />
      </div>
      <WhenField name="education_on" on={choice?.on} label="Done on" />
    </>
  );
}

export function WorkFields({ choice }: { choice: Choices["work"] }) {
  return (
    <>
      <TriedField name="work" label="What changes" options={WORKS} chosen={choice?.what} />
      <DateField
        key={choice?.on}
        name="work_on"
        label="From"
        hint="Empty: at once."
        defaultValue={choice?.on}
      />
      <DateField
        key={`until ${choice?.until}`}
        name="work_until"
        label="New permit to"
        optional
        defaultValue={choice?.until}
      />
    </>
  );
}

export function spouseOptions(hasSpouse: boolean): SelectOption[] {
  return hasSpouse
    ? [
        { value: "stays", label: "Does not come along" },
        { value: "comes", label: "Comes along" },
        { value: "retest", label: "Takes an English test" },
      ]
    : [{ value: "union", label: "Marriage, the partner comes along" }];
}

export function SpouseFields({ choice, hasSpouse }: { choice: Choices["spouse"]; hasSpouse: boolean }) {
  return (
    <>
      <TriedField
        name="spouse"
        label="Spouse or partner"
        options={spouseOptions(hasSpouse)}
        chosen={choice?.what}
      />
      <TriedField
        name="spouse_level"
        label="Their English, all four"
        options={levelOptions("CLB")}
        chosen={choice?.level ?? undefined}
        emptyLabel={hasSpouse ? "CLB 7" : "No test"}
      />
      <WhenField name="spouse_on" on={choice?.on} />
    </>
  );
}
