/** A chance, 0 to 1, as a figure: `71 %`, never nought and never certain. */
export function chanceWords(chance: number): string {
  if (chance < 0.01) return "under 1 %";
  return chance > 0.99 ? "over 99 %" : `${Math.round(chance * 100)} %`;
}
