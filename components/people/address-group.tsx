import type { PersonFacts } from "@/lib/express-entry/facts";
import { countryName } from "@/lib/format/countries";
import { formatDateRange } from "@/lib/format/dates";
import { AddressForm } from "./address-form";
import { EditPanel, FactGroup, FactRow } from "./fact-row";
import { editHref, isAdding, isOpen, settingOf, versionOf, type FactsView } from "./facts-view";
import { OpenHistory } from "./open-history";

/** Where a person lived, newest first: police certificates follow from it. */
export function AddressGroup({
  view,
  person,
  open,
}: {
  view: FactsView;
  person: PersonFacts;
  open: boolean;
}) {
  const { sheet, links } = view;
  const add = editHref(view, links.add("address", person.id));
  const target = { caseId: sheet.caseId, personId: person.id, ...settingOf(view) };
  const adding = isAdding(view, "address", person);
  return (
    <FactGroup
      title="Addresses"
      open={open}
      add={add === null ? null : { href: add, label: "Add an address" }}
    >
      {person.addresses.toReversed().map((address) =>
        isOpen(view, "address", address.id) ? (
          <EditPanel
            key={address.id}
            title="Change this address"
            history={<OpenHistory view={view} kind="address" id={address.id} />}
          >
            <AddressForm address={address} version={versionOf(view, address.id)} {...target} />
          </EditPanel>
        ) : (
          <FactRow
            key={address.id}
            label={address.city ?? countryName(address.country)}
            value={formatDateRange(address.from, address.to)}
            href={editHref(view, links.edit("address", address.id, "country"))}
            aside={address.city === null ? null : { text: address.country }}
          />
        ),
      )}
      {adding && (
        <EditPanel title="An address">
          <AddressForm address={null} version={1} {...target} />
        </EditPanel>
      )}
      {!adding && person.addresses.length === 0 && (
        <FactRow label="Lived in" value={null} empty="None entered" href={add} />
      )}
    </FactGroup>
  );
}
