import "server-only";
import { address } from "@/lib/db/schema/facts";
import { addressFieldsOf } from "../fact-rows";
import { defineRemoval } from "./define-removal";

/** Removes an address; the history keeps what it said. */
export const removeAddress = defineRemoval({
  name: "address.remove",
  kind: "address",
  label: "Address",
  table: address,
  list: "addresses",
  fieldsOf: addressFieldsOf,
});
