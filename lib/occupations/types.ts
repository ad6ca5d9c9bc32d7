/** An occupation as a search offers it. */
export interface OccupationMatch {
  /** Five-digit NOC 2021 code. */
  code: string;
  /** 0 to 5; 0 to 3 are skilled work (IRPR 73(1)). */
  teer: number;
  titleEn: string;
  titleFr: string;
  /** The title that the search matched, as printed, where it is not the occupation's own. */
  matched: string | null;
  /** What people in it do: the first sentence of the definition; null where there is none. */
  lead: string | null;
}

/** An occupation by its code. */
export interface Occupation {
  code: string;
  teer: number;
  titleEn: string;
  titleFr: string;
  definitionEn: string | null;
}
