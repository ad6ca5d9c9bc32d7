/** Where a clock comes from, in words and as a place of the case. Pure. */
interface SourceOfClock {
  sourceKind: string;
  sourceDocumentId: string | null;
}

const SOURCES: Readonly<Record<string, { label: string; path: string }>> = {
  fact: { label: "Fact of the file", path: "assessment" },
  invitation: { label: "Invitation to apply", path: "invitation" },
  profile: { label: "Express Entry profile", path: "overview" },
  nomination_interest: { label: "Notification of interest", path: "overview/nomination" },
  nomination_offer: { label: "Nomination", path: "overview/nomination" },
  nomination_expiry: { label: "Nomination", path: "overview/nomination" },
  nomination_withdrawal: { label: "Nomination", path: "overview/nomination" },
  requirement: { label: "Checklist item", path: "checklist" },
};

/** The source of a clock: its letter where there is one, else the fact, the record or the rule that set it. */
export function sourceOf(number: string, clock: SourceOfClock): { label: string; href: string } {
  const known = SOURCES[clock.sourceKind] ?? { label: "Record of the case", path: "timeline" };
  const letter = clock.sourceDocumentId !== null;
  return {
    label: letter ? `${known.label}, letter on file` : known.label,
    href: `/cases/${number}/${letter && clock.sourceKind !== "invitation" ? "documents" : known.path}`,
  };
}
