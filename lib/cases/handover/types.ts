/** One time that a case went from one colleague to another. */
export interface Handover {
  id: string;
  from: string;
  to: string;
  /** What who had it says. */
  note: string | null;
  at: Date;
}
