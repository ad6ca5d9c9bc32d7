/** What is known of the police certificates of single countries (rules reference 5.2). */
import type { CountryCode } from "../facts";

export interface PoliceNote {
  words: string;
  /** The authority gives none without a letter of IRCC: a note goes up first, and IRCC sends the letter (5.2, P). */
  requestLetter: boolean;
}

/** All of them from knowledge alone (5.2, K): to confirm on IRCC's page of the country. */
const POLICE_NOTES: Readonly<Record<CountryCode, PoliceNote>> = {
  IN: {
    words:
      "From the Passport Office (Passport Seva) or, abroad, the Indian mission; a local police letter is not it",
    requestLetter: false,
  },
  CN: {
    words: "Notarial certificate of no criminal record, with English or French translation",
    requestLetter: false,
  },
  PH: { words: "NBI clearance with all names used", requestLetter: false },
  US: { words: "FBI Identity History Summary; it is not in colour: say so", requestLetter: false },
  HK: { words: "Needs a request letter from IRCC: upload a note that says so", requestLetter: true },
  SG: {
    words: "Needs a request letter or an appeal: upload a note that says so",
    requestLetter: true,
  },
};

/** Null for a country of which nothing is known here: its page at IRCC says. */
export function policeNoteOf(country: CountryCode): PoliceNote | null {
  return POLICE_NOTES[country] ?? null;
}
