import "server-only";
import { languageTest } from "@/lib/db/schema/facts";
import { languageTestFieldsOf } from "../fact-rows";
import { defineRemoval } from "./define-removal";

/** Removes a language test; the history keeps what it said. */
export const removeLanguageTest = defineRemoval({
  name: "language-test.remove",
  kind: "language_test",
  label: "Language test",
  table: languageTest,
  list: "languageTests",
  fieldsOf: languageTestFieldsOf,
});
