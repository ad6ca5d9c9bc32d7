/** Widths of Inter in em, by the shape of the letter, on the generous side: a label may be planned too wide, never too narrow. */
const NARROW = /[ijl|.,:;'’!]/;
const SLIM = /[ frtI()[\]/-]/;
const BROAD = /[mwMW@%—…]/;
const CAPITAL = /[\p{Lu}0-9+−=<>~→]/u;

function em(letter: string): number {
  if (NARROW.test(letter)) return 0.3;
  if (SLIM.test(letter)) return 0.42;
  if (BROAD.test(letter)) return 0.95;
  return CAPITAL.test(letter) ? 0.7 : 0.6;
}

/** As many whole words as fit, with an ellipsis for the rest; the first word always stands. */
export function fitted(text: string, fontSize: number, room: number): string {
  if (textWidth(text, fontSize) <= room) return text;
  const words = text.split(" ");
  for (let count = words.length - 1; count > 1; count -= 1) {
    const start = `${words.slice(0, count).join(" ").replace(/,$/, "")}…`;
    if (textWidth(start, fontSize) <= room) return start;
  }
  return `${words[0] ?? ""}…`;
}

/** How wide a line of text is drawn at most, in pixels. SVG has no layout of its own, and the server no fonts. */
export function textWidth(text: string, fontSize: number, bold = false): number {
  let width = 0;
  for (const letter of text) width += em(letter);
  return Math.ceil(width * fontSize * (bold ? 1.06 : 1));
}
