import { identityDocuments } from "./catalogue-identity";
import { securityDocuments } from "./catalogue-security";
import { skillDocuments } from "./catalogue-skills";
import type { DocumentKind, KindWords } from "./document-kind";

/** Every kind of document in words; a kind without an entry does not compile. Usual days: `lead_days` of the document rules. */
export const documentCatalogue: Record<DocumentKind, KindWords> = {
  ...identityDocuments,
  ...skillDocuments,
  ...securityDocuments,
};
