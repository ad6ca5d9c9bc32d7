import { Checkbox } from "@/components/ui/checkbox";
import { DateField } from "@/components/ui/date-field";
import { NumberField, TextField } from "@/components/ui/input";
import { SelectField } from "@/components/ui/select";
import type { Job } from "@/lib/express-entry/facts";
import { addJobAction, changeJobAction, removeJobAction } from "@/lib/people/actions";
import { CountryField } from "./country-field";
import { FactChecks } from "./fact-checks";
import { FactForm } from "./fact-form";
import { YES_NO, yesNo } from "./labels";
import { OccupationField, type SearchOccupations } from "./occupation-field";
import { formName, hiddenOf, type FactFormTarget } from "./form-target";
import { RemoveFact } from "./remove-fact";

interface JobFormProps extends FactFormTarget {
  /** Null for a new one. */
  job: Job | null;
  /** `21231 Software engineers and designers`. */
  occupation: string | undefined;
  search: SearchOccupations;
}

export function JobForm({ job, occupation, search, ...target }: JobFormProps) {
  const { closeHref, focus, prefill } = target;
  const hidden = hiddenOf(target, job);
  return (
    <>
      <FactForm
        action={job ? changeJobAction : addJobAction}
        {...{ hidden, closeHref, focus, prefill }}
        name={formName("job", target, job)}
      >
        <TextField layout="beside" name="title" label="Job title" defaultValue={job?.title} />
        <OccupationField
          layout="beside"
          name="nocCode"
          label="Occupation"
          search={search}
          defaultValue={occupation ?? job?.nocCode ?? ""}
        />
        <TextField layout="beside" name="employer" label="Employer" defaultValue={job?.employer} />
        <CountryField layout="beside" name="country" label="Country" defaultValue={job?.country} />
        <TextField layout="beside" name="city" label="City" optional defaultValue={job?.city ?? ""} />
        <DateField layout="beside" entry="text" name="fromDate" label="From" defaultValue={job?.from} />
        <DateField
          layout="beside"
          entry="text"
          name="toDate"
          label="To"
          hint="Empty while it goes on"
          defaultValue={job?.to}
        />
        <NumberField
          layout="beside"
          name="hoursPerWeek"
          label="Hours a week"
          decimal
          unit="30 count"
          defaultValue={job?.hoursPerWeek}
        />
        <FactChecks>
          <Checkbox name="paid" label="Paid" defaultChecked={job?.paid ?? true} />
          <Checkbox name="selfEmployed" label="Self-employed" defaultChecked={job?.selfEmployed} />
        </FactChecks>
        <SelectField
          layout="beside"
          name="authorized"
          label="Authorized"
          hint="In Canada: by a work permit or an exemption"
          options={YES_NO}
          emptyLabel="Not asked"
          defaultValue={yesNo(job?.authorized ?? null)}
        />
        <SelectField
          layout="beside"
          name="duringFullTimeStudy"
          label="While studying"
          hint="In Canada: during full-time studies, co-op included"
          options={YES_NO}
          emptyLabel="Not asked"
          defaultValue={yesNo(job?.duringFullTimeStudy ?? null)}
        />
      </FactForm>
      {job && <RemoveFact action={removeJobAction} hidden={hidden} what="this job" closeHref={closeHref} />}
    </>
  );
}
