import "server-only";
import { credential } from "@/lib/db/schema/facts";
import { credentialFieldsOf } from "../fact-rows";
import { defineRemoval } from "./define-removal";

/** Removes a credential, with its assessment (ECA); the history keeps what it said. */
export const removeCredential = defineRemoval({
  name: "credential.remove",
  kind: "credential",
  label: "Credential",
  table: credential,
  list: "credentials",
  fieldsOf: credentialFieldsOf,
});
