/** What differs between two sheets. Pure. */
import type { ConfirmedSheet, SheetChange } from "./types";

interface PlacedLine {
  place: string;
  values: string[];
}

/** Every line under a key that does not depend on the names in it. */
function linesOf({ groups }: ConfirmedSheet): Map<string, PlacedLine> {
  return new Map(
    groups.flatMap((group) =>
      group.sections.flatMap((section) =>
        section.lines.map(({ label, values }): [string, PlacedLine] => [
          `${section.id}|${label}`,
          { place: `${group.title}, ${section.title}, ${label}`, values },
        ]),
      ),
    ),
  );
}

const without = (values: readonly string[], other: readonly string[]) =>
  values.filter((value) => !other.includes(value));

/** What two sheets of one language say differently, line by line, in the order of the newer one. */
export function sheetChanges(before: ConfirmedSheet, now: ConfirmedSheet): SheetChange[] {
  const [then, today] = [linesOf(before), linesOf(now)];
  const keys = [...new Set([...today.keys(), ...then.keys()])];
  return keys.flatMap((key) => {
    const [was, is] = [then.get(key)?.values ?? [], today.get(key)?.values ?? []];
    const place = today.get(key)?.place ?? then.get(key)?.place ?? key;
    const change = { place, before: without(was, is), now: without(is, was) };
    return change.before.length + change.now.length > 0 ? [change] : [];
  });
}
