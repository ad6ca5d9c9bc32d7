export type CsvValue = string | number | null;

/** A spreadsheet runs a cell that begins like this as a formula (SECURITY.md S-88). */
const FORMULA = /^[=+\-@\t\r]/;

function csvCell(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const plain = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** RFC 4180 with a byte-order mark, so that spreadsheets read it as UTF-8; text that begins like a formula stays text. */
export function csvText(head: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  const lines = [head, ...rows].map((row) => row.map(csvCell).join(","));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}
