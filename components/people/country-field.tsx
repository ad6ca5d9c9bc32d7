"use client";

import type { FieldProps } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select";
import { countryOptions } from "@/lib/format/countries";

/** Canada first: it is the answer more often than any other. Made here, so that the list is not sent with each form. */
const OPTIONS = [{ value: "CA", label: "Canada" }, ...countryOptions().filter(({ value }) => value !== "CA")];

interface CountryFieldProps extends FieldProps {
  defaultValue?: string | null;
}

export function CountryField({ defaultValue, ...field }: CountryFieldProps) {
  return <SelectField {...field} options={OPTIONS} emptyLabel="Choose…" defaultValue={defaultValue ?? ""} />;
}
