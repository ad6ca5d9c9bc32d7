import { Checkbox } from "@/components/ui/checkbox";
import { DateField } from "@/components/ui/date-field";
import { NumberField, TextField } from "@/components/ui/input";
import { SelectField } from "@/components/ui/select";
import type { Credential } from "@/lib/express-entry/facts";
import { addCredentialAction, changeCredentialAction, removeCredentialAction } from "@/lib/people/actions";
import { CREDENTIAL_LEVELS } from "@/lib/express-entry/facts";
import { CountryField } from "./country-field";
import { FactChecks } from "./fact-checks";
import { FactForm } from "./fact-form";
import { LEVEL_LABELS, optionsOf } from "./labels";
import { formName, hiddenOf, type FactFormTarget } from "./form-target";
import { RemoveFact } from "./remove-fact";

interface CredentialFormProps extends FactFormTarget {
  credential: Credential | null;
}

export function CredentialForm({ credential, ...target }: CredentialFormProps) {
  const { closeHref, focus, prefill } = target;
  const hidden = hiddenOf(target, credential);
  return (
    <>
      <FactForm
        action={credential ? changeCredentialAction : addCredentialAction}
        {...{ hidden, closeHref, focus, prefill }}
        name={formName("credential", target, credential)}
      >
        <SelectField
          layout="beside"
          name="level"
          label="Level"
          hint="Of a foreign one: the Canadian equal, as the assessment says"
          options={optionsOf(LEVEL_LABELS, CREDENTIAL_LEVELS)}
          emptyLabel="Choose…"
          defaultValue={credential?.level ?? ""}
        />
        <TextField
          layout="beside"
          name="field"
          label="Field"
          optional
          defaultValue={credential?.field ?? ""}
        />
        <TextField layout="beside" name="institution" label="School" defaultValue={credential?.institution} />
        <CountryField layout="beside" name="country" label="Country" defaultValue={credential?.country} />
        <DateField
          layout="beside"
          entry="text"
          name="fromDate"
          label="From"
          defaultValue={credential?.from}
        />
        <DateField
          layout="beside"
          entry="text"
          name="awardedOn"
          label="Completed"
          hint="Empty while the studies go on"
          defaultValue={credential?.awardedOn}
        />
        <NumberField
          layout="beside"
          name="programMonths"
          label="Length"
          unit="months"
          defaultValue={credential?.programMonths ?? undefined}
        />
        <FactChecks>
          <Checkbox name="fullTime" label="Full-time" defaultChecked={credential?.fullTime ?? true} />
          <Checkbox
            name="distanceLearning"
            label="Mainly distance learning"
            defaultChecked={credential?.distanceLearning}
          />
        </FactChecks>
        <TextField
          layout="beside"
          name="ecaBody"
          label="Assessed by"
          hint="ECA of a foreign credential: WES, IQAS, CES…"
          optional
          defaultValue={credential?.eca?.body}
        />
        <DateField
          layout="beside"
          entry="text"
          name="ecaIssuedOn"
          label="Assessed on"
          defaultValue={credential?.eca?.issuedOn}
        />
        <TextField
          layout="beside"
          name="ecaReference"
          label="ECA number"
          optional
          defaultValue={credential?.eca?.reference ?? ""}
        />
      </FactForm>
      {credential && (
        <RemoveFact
          action={removeCredentialAction}
          hidden={hidden}
          what="this credential"
          closeHref={closeHref}
        />
      )}
    </>
  );
}
