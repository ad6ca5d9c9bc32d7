import { MAX_PIXELS, MIB, RECEIVE_LIMITS } from "@/lib/storage/limits";

const ACCEPTED = "Send a PDF, a JPEG or PNG picture, or a Word document (.docx).";
const SAVE_AS_PDF = "Open it in Word, save it as a PDF, and send the PDF.";
const HEIC_ADVICE =
  "On the iPhone choose Settings, Camera, Formats, ‘Most compatible’, or take it with the camera button here.";

/** Every reason for which a file is not kept, with the sentence for the person who sent it. */
const REASONS = {
  extension_missing: [
    415,
    `The file name has no ending such as .pdf, so we cannot tell what it is. ${ACCEPTED}`,
  ],
  base_name_missing: [415, "The file has no name before its ending. Rename it, for example to passport.pdf."],
  type_not_accepted: [415, `This kind of file is not accepted. ${ACCEPTED}`],
  heic: [415, `This is in the iPhone photo format (HEIC), which is not accepted. ${HEIC_ADVICE}`],
  content_mismatch: [415, `This file is not what its name says. ${ACCEPTED}`],
  empty: [422, "The file is empty (0 bytes). Check that it opens on your device, and send it again."],
  too_large: [
    413,
    `The file is larger than ${RECEIVE_LIMITS.maxBytes / MIB} MB. Scan it at a lower resolution, or split it, and send it again.`,
  ],
  malware: [422, "The file contains a virus test signature. It was not kept. Send a clean copy."],
  pdf_incomplete: [
    422,
    "This PDF is cut off: its end is missing. Download or scan it again, and send the new file.",
  ],
  jpeg_incomplete: [422, "This picture is cut off: its end is missing. Send the original again."],
  jpeg_damaged: [422, "This JPEG picture is damaged. Send the original again, or take the photo again."],
  jpeg_trailing_data: [
    422,
    "This JPEG picture has something else attached after the picture, such as a short video. Turn motion photos off, or make a screenshot of it, and send that.",
  ],
  png_incomplete: [422, "This picture is cut off: its end is missing. Send the original again."],
  png_damaged: [422, "This PNG picture is damaged. Send the original again, or save it again as a PNG."],
  png_trailing_data: [
    422,
    "This PNG picture has something else attached after the picture. Save it again as a PNG, and send that.",
  ],
  too_many_pixels: [
    422,
    `This picture is larger than ${MAX_PIXELS / 1_000_000} megapixels. Send it in a smaller size.`,
  ],
  docx_damaged: [422, `This Word document is damaged. ${SAVE_AS_PDF}`],
  docx_not_word: [415, `This file is named .docx but it is not a Word document. ${ACCEPTED}`],
  docx_encrypted: [
    422,
    "This Word document is protected with a password. Remove the password, or save it as a PDF, and send that.",
  ],
  docx_too_complex: [422, `This Word document unpacks to far more than it should. ${SAVE_AS_PDF}`],
  docx_unsafe_name: [422, `This Word document has parts with unsafe names. ${SAVE_AS_PDF}`],
  docx_macros: [422, `This Word document contains macros (small programs). ${SAVE_AS_PDF}`],
  docx_embedded_file: [422, `This Word document has another file inside it. ${SAVE_AS_PDF}`],
  docx_external_template: [422, `This Word document loads parts from another place. ${SAVE_AS_PDF}`],
} as const satisfies Record<string, readonly [413 | 415 | 422, string]>;

export type RefusalCode = keyof typeof REASONS;

/** Why a file is not kept. `message` is for the person who sent it; `status` is the HTTP answer. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly status: 413 | 415 | 422;
  readonly message: string;
}

/** The refusal of that code; `message` replaces the general sentence where more is known. */
export function refuse(code: RefusalCode, message?: string): Refusal {
  const [status, general] = REASONS[code];
  return { code, status, message: message ?? general };
}
