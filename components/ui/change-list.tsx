export interface ListedChange {
  /** Where: `Neha Kulkarni, Work, Every job`. */
  place: string;
  /** What it said; empty: nothing. */
  before: readonly string[];
  now: readonly string[];
}

interface ChangeListProps {
  changes: readonly ListedChange[];
  words: {
    changed: string;
    added: string;
    removed: string;
    before: (text: string) => string;
    now: (text: string) => string;
  };
}

function kindOf({ before, now }: ListedChange): "changed" | "added" | "removed" {
  if (before.length > 0 && now.length > 0) return "changed";
  return now.length > 0 ? "added" : "removed";
}

/** What two readings of the same thing say differently: where, what it said before, what it says now. */
export function ChangeList({ changes, words }: ChangeListProps) {
  return (
    <ul className="mt-2 space-y-3">
      {changes.map((change) => (
        <li key={change.place} className="wrap-anywhere text-ink">
          <p className="font-semibold">
            {words[kindOf(change)]}: {change.place}
          </p>
          {change.before.map((text) => (
            <p key={`before ${text}`} className="text-ink-2">
              {words.before(text)}
            </p>
          ))}
          {change.now.map((text) => (
            <p key={`now ${text}`}>{words.now(text)}</p>
          ))}
        </li>
      ))}
    </ul>
  );
}
