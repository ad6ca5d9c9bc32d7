/** Where a rule is written, for a screen that opens it. */

export interface RuleSource {
  /** `IRPR 87.1(2)(d)`, or the section of the rules reference: `1.2`. */
  section: string;
  /** The document in words. */
  document: string;
  url: string | null;
  /** The version of the table the figures are from: `CRS-2025-03-25`; null: from no table. */
  version: string | null;
}

const LAWS = {
  IRPR: {
    document: "Immigration and Refugee Protection Regulations (SOR/2002-227)",
    url: "https://laws-lois.justice.gc.ca/eng/regulations/SOR-2002-227",
  },
  IRPA: {
    document: "Immigration and Refugee Protection Act",
    url: "https://laws-lois.justice.gc.ca/eng/acts/I-2.5",
  },
} as const;

/** The source of a section of the Act or the Regulations; of other texts their name alone. */
export function legalSource(section: string, version: string | null): RuleSource {
  const [, law, number] = /^(IRPR|IRPA) (\d+(?:\.\d+)?)/.exec(section) ?? [];
  if (law !== "IRPR" && law !== "IRPA") return { section, document: section, url: null, version };
  const { document, url } = LAWS[law];
  return { section, document, url: `${url}/section-${number}.html`, version };
}

const ADDRESS = /https?:\/\/[^\s<>"')\]]+/;

/** The source of a table by what is stated in it: the words, and the first address among them. */
export function tableSource(stated: readonly string[], version: string): Omit<RuleSource, "section"> {
  const words = stated.map((text) =>
    text
      .replace(ADDRESS, "")
      .replace(/[\s,;:]+$/, "")
      .trim(),
  );
  return {
    document: words.filter((text) => text !== "").join("; "),
    url: stated.map((text) => ADDRESS.exec(text)?.[0]).find((address) => address !== undefined) ?? null,
    version,
  };
}
