/** One page of A5 with a heading, lines of text and the word SPECIMEN across it: a PDF 1.4 without compression. */
export function specimenPdf(heading: string, lines: readonly string[]): Buffer {
  const text = [
    "0.88 0.88 0.88 rg BT /F2 54 Tf 0.8192 0.5736 -0.5736 0.8192 92 190 Tm (SPECIMEN) Tj ET",
    "0.62 0.13 0.18 RG 2 w 36 536 348 -492 re S",
    "0 g",
    line("F2", 15, 52, 500, heading),
    ...lines.map((words, index) => line("F1", 11, 52, 468 - 20 * index, words)),
    line("F1", 9, 52, 60, "Made for a demonstration. Not a document of any authority."),
  ].join("\n");
  return assemble([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
    `<< /Length ${Buffer.byteLength(text, "latin1")} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
  ]);
}

function line(font: "F1" | "F2", size: number, x: number, y: number, words: string): string {
  return `BT /${font} ${size} Tf ${x} ${y} Td (${escaped(words)}) Tj ET`;
}

/** Letters outside Latin-1 lose their marks: the built-in fonts have no others. */
function escaped(words: string): string {
  const latin = [...words.normalize("NFC")]
    .map((letter) => (letter <= "\u00ff" ? letter : plain(letter)))
    .join("");
  return latin.slice(0, 64).replace(/[\\()]/g, (sign) => `\\${sign}`);
}

function plain(letter: string): string {
  const bare = letter.replace(/[đĐ]/, "d").normalize("NFD").replace(/\p{M}/gu, "");
  return bare <= "\u00ff" ? bare : "-";
}

function assemble(objects: readonly string[]): Buffer {
  let file = "%PDF-1.4\n";
  const offsets = objects.map((body, index) => {
    const offset = Buffer.byteLength(file, "latin1");
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = Buffer.byteLength(file, "latin1");
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`);
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join("")}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}
