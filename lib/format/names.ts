interface NamedPerson {
  /** Missing on passports of people with one name. */
  givenName?: string | null;
  familyName: string;
}

/** `Minh Anh Trần`: given names first, as Canadian letters write them; one name stands alone. */
export function personName(person: NamedPerson): string {
  return [person.givenName, person.familyName]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(" ");
}

/** `MT` of `Marc Tremblay`: the first letters of the first and last words; one letter of one name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const chosen = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return chosen.map((word) => [...(word ?? "")][0]?.toLocaleUpperCase("en") ?? "").join("");
}
