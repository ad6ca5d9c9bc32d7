/** The letter of explanation, drafted from the file: what an officer would ask about anyway. Pure. */
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/** A time that nobody accounted for. */
export interface Gap {
  name: string;
  what: "address" | "activity";
  from: IsoDate;
  /** null: it goes on. */
  to: IsoDate | null;
}

export interface MissingDocument {
  title: string;
  name: string | null;
  requestedOn: IsoDate | null;
}

export interface LetterInput {
  clientName: string;
  consultant: { name: string; licenceNumber: string | null };
  firmName: string;
  gaps: readonly Gap[];
  /** Since the invitation, a clause each. */
  changes: readonly string[];
  missing: readonly MissingDocument[];
}

function span({ from, to }: Gap): string {
  return to === null ? `since ${plainDate(from)}` : `from ${plainDate(from)} to ${plainDate(to)}`;
}

function gapLine(gap: Gap): string {
  const what = gap.what === "address" ? "no address" : "no work, study or other activity";
  return `- ${gap.name}, ${span(gap)}: ${what} is given. [Say what was done, and where.]`;
}

function missingLine({ title, name, requestedOn }: MissingDocument): string {
  const whose = name === null ? title : `${title}, ${name}`;
  if (requestedOn === null) return `- ${whose}: [say why it cannot be given, and what was done to get it].`;
  return `- ${whose}: requested on ${plainDate(requestedOn)}; the proof of the request is attached.`;
}

function capital(clause: string): string {
  return clause.charAt(0).toUpperCase() + clause.slice(1);
}

/** The letter's text; empty where the file has nothing to explain. What only a person knows stands in brackets. */
export function draftLetter(input: LetterInput): string {
  const { clientName, consultant, firmName, gaps, changes, missing } = input;
  const parts = [
    ...(gaps.length === 0
      ? []
      : [["Personal history. These times are not accounted for in the forms:", ...gaps.map(gapLine)]]),
    ...(changes.length === 0
      ? []
      : [
          [
            "Changes since the invitation:",
            ...changes.map((clause) => `- ${capital(clause)}. [Say what follows from it.]`),
          ],
        ]),
    ...(missing.length === 0
      ? []
      : [["These documents could not be obtained by the day of submission:", ...missing.map(missingLine)]]),
  ];
  if (parts.length === 0) return "";
  const licence = consultant.licenceNumber === null ? "" : `, RCIC ${consultant.licenceNumber}`;
  return [
    "Dear Sir or Madam,",
    `This letter explains what is out of the ordinary in the application of ${clientName} for permanent residence.`,
    ...parts.map((lines) => lines.join("\n")),
    `Yours sincerely,\n${consultant.name}${licence}\n${firmName}`,
  ].join("\n\n");
}

/** Something in brackets is left for a person to say. */
export function isUnfinished(letter: string): boolean {
  return /\[[^\]]+\]/.test(letter);
}
