interface Option {
  label: string;
  detail?: string;
}

/** Lower case without accents: `Cote` finds `Côte d’Ivoire`. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}

/** The options that hold what is typed, those that begin with it first, each part in its own order. */
export function matchingOptions<One extends Option>(options: readonly One[], typed: string): One[] {
  const words = plain(typed.trim());
  if (words === "") return [...options];
  const holding = options.filter((one) => plain(`${one.label} ${one.detail ?? ""}`).includes(words));
  const first = holding.filter((one) => plain(one.label).startsWith(words));
  return [...first, ...holding.filter((one) => !first.includes(one))];
}
