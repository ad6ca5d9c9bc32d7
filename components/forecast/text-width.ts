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

/** How wide a line of text is drawn at most, in pixels. SVG has no layout of its own, and the server no fonts. */
export function textWidth(text: string, fontSize: number, bold = false): number {
  let width = 0;
  for (const letter of text) width += em(letter);
  return Math.ceil(width * fontSize * (bold ? 1.06 : 1));
}
