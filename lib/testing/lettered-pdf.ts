import { PDFDocument } from "@cantoo/pdf-lib";

/** Pages of A4, each with its word. */
export async function letteredPdf(...words: string[]): Promise<Buffer> {
  const document = await PDFDocument.create();
  for (const word of words) document.addPage([595, 842]).drawText(word, { x: 50, y: 700 });
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

/** The same with a password. */
export async function lockedPdf(
  password: { userPassword?: string; ownerPassword: string },
  ...words: string[]
): Promise<Buffer> {
  const document = await PDFDocument.load(await letteredPdf(...words));
  document.encrypt(password);
  return Buffer.from(await document.save());
}

/** Pages as a scanner makes them: one picture each. */
export async function scannedPdf(pages: number, picture: Buffer): Promise<Buffer> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) {
    document.addPage([595, 842]).drawImage(await document.embedJpg(picture), { width: 595, height: 842 });
  }
  return Buffer.from(await document.save());
}
