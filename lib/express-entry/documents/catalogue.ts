import { identityDocuments } from "./catalogue-identity";
import { securityDocuments } from "./catalogue-security";
import { skillDocuments } from "./catalogue-skills";
import type { DocumentKind, KindDetails } from "./document-kind";

/** Every kind of document with its defaults; a kind without an entry does not compile. */
export const documentCatalogue: Record<DocumentKind, KindDetails> = {
  ...identityDocuments,
  ...skillDocuments,
  ...securityDocuments,
};
