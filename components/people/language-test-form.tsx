import { DateField } from "@/components/ui/date-field";
import { NumberField, TextField } from "@/components/ui/input";
import { SelectField } from "@/components/ui/select";
import type { LanguageTest } from "@/lib/express-entry/facts";
import { ABILITIES } from "@/lib/express-entry/language/levels";
import {
  addLanguageTestAction,
  changeLanguageTestAction,
  removeLanguageTestAction,
} from "@/lib/people/actions";
import { FactForm } from "./fact-form";
import { optionsOf, TEST_LABELS } from "./labels";
import { formName, hiddenOf, type FactFormTarget } from "./form-target";
import { RemoveFact } from "./remove-fact";

const ABILITY_LABELS = {
  listening: "Listening",
  reading: "Reading",
  writing: "Writing",
  speaking: "Speaking",
} as const;

interface LanguageTestFormProps extends FactFormTarget {
  test: LanguageTest | null;
}

export function LanguageTestForm({ test, ...target }: LanguageTestFormProps) {
  const { closeHref, focus, prefill } = target;
  const hidden = hiddenOf(target, test);
  return (
    <>
      <FactForm
        action={test ? changeLanguageTestAction : addLanguageTestAction}
        {...{ hidden, closeHref, focus, prefill }}
        name={formName("test", target, test)}
      >
        <SelectField
          layout="beside"
          name="kind"
          label="Test"
          hint="TEF Canada: enter the column “Équivalence ancien score”"
          options={optionsOf(TEST_LABELS)}
          emptyLabel="Choose…"
          defaultValue={test?.kind ?? ""}
        />
        <DateField
          layout="beside"
          entry="text"
          name="takenOn"
          label="Taken on"
          defaultValue={test?.takenOn}
        />
        <DateField
          layout="beside"
          entry="text"
          name="resultOn"
          label="Result of"
          optional
          defaultValue={test?.resultOn}
        />
        {ABILITIES.map((ability) => (
          <NumberField
            key={ability}
            layout="beside"
            name={ability}
            label={ABILITY_LABELS[ability]}
            decimal
            defaultValue={test?.scores[ability]}
          />
        ))}
        <TextField
          layout="beside"
          name="reportNumber"
          label="Report number"
          optional
          defaultValue={test?.reportNumber ?? ""}
        />
      </FactForm>
      {test && (
        <RemoveFact
          action={removeLanguageTestAction}
          hidden={hidden}
          what="this test"
          closeHref={closeHref}
        />
      )}
    </>
  );
}
