/** Code, TEER, title in one language, and the examples that find it. */
export type OccupationRow = readonly [code: string, teer: number, title: string, ...examples: string[]];

export interface FoundOccupation {
  code: string;
  title: string;
  /** The example that was searched for, where it is not the title. */
  matched: string | null;
}
