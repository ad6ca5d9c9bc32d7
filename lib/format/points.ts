/** `+11`, `−6` with a real minus sign, `0`. */
export function signedPoints(points: number): string {
  if (points === 0) return "0";
  const sign = points < 0 ? "−" : "+";
  return `${sign}${Math.abs(points).toLocaleString("en-CA")}`;
}
