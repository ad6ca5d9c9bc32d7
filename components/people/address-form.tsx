import { DateField } from "@/components/ui/date-field";
import { TextField } from "@/components/ui/input";
import type { Address } from "@/lib/express-entry/facts";
import { addAddressAction, changeAddressAction, removeAddressAction } from "@/lib/people/actions";
import { CountryField } from "./country-field";
import { FactForm } from "./fact-form";
import { formName, hiddenOf, type FactFormTarget } from "./form-target";
import { RemoveFact } from "./remove-fact";

interface AddressFormProps extends FactFormTarget {
  address: Address | null;
}

export function AddressForm({ address, ...target }: AddressFormProps) {
  const { closeHref, focus, prefill } = target;
  const hidden = hiddenOf(target, address);
  return (
    <>
      <FactForm
        action={address ? changeAddressAction : addAddressAction}
        {...{ hidden, closeHref, focus, prefill }}
        name={formName("address", target, address)}
      >
        <CountryField layout="beside" name="country" label="Country" defaultValue={address?.country} />
        <TextField layout="beside" name="city" label="City" optional defaultValue={address?.city ?? ""} />
        <DateField layout="beside" entry="text" name="fromDate" label="From" defaultValue={address?.from} />
        <DateField
          layout="beside"
          entry="text"
          name="toDate"
          label="To"
          hint="Empty while they live there"
          defaultValue={address?.to}
        />
      </FactForm>
      {address && (
        <RemoveFact action={removeAddressAction} hidden={hidden} what="this address" closeHref={closeHref} />
      )}
    </>
  );
}
