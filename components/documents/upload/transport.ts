import type { KeptUpload, UploadPlace } from "./kept-uploads";
import { isAnnouncementGone, isRepeatedByItself, isWorthRepeating } from "./retry";

/** Why a file was not taken. */
export class UploadRefused extends Error {
  constructor(
    /** The server's, or one of ours: `unreachable`, `stopped`, `unexpected`. */
    readonly code: string,
    /** The server's own sentence, in English; null where there is none. */
    readonly sentence: string | null,
    /** HTTP; 0: no answer came. */
    readonly status: number,
  ) {
    super(code);
  }

  /** The same file can be sent once more as it is. */
  get again(): boolean {
    return this.code === "stopped" || isWorthRepeating(this.status, this.code);
  }

  /** It is worth another try without asking. */
  get byItself(): boolean {
    return this.code !== "stopped" && isRepeatedByItself(this.status, this.code);
  }

  /** The announcement has to be made anew. */
  get announcementGone(): boolean {
    return isAnnouncementGone(this.status);
  }
}

function refusal(status: number, body: unknown): UploadRefused {
  const error = (body as { error?: { code?: unknown; message?: unknown } } | null)?.error;
  const code = typeof error?.code === "string" ? error.code : "unexpected";
  return new UploadRefused(code, typeof error?.message === "string" ? error.message : null, status);
}

/** SHA-256, hex; null where the browser offers none (plain http that is not this machine). */
async function digestOf(file: Blob): Promise<string | null> {
  // The type says it is always there; on an insecure origin it is not.
  const subtle = (globalThis.crypto as Partial<Crypto>).subtle;
  if (!subtle) return null;
  const hash = await subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Announces a file; resolves with the name under which its bytes are taken. Throws UploadRefused. */
export async function announce(
  place: UploadPlace,
  { file, fileName, announcement }: Pick<KeptUpload, "file" | "fileName" | "announcement">,
): Promise<string> {
  const body = JSON.stringify({ ...place, fileName, size: file.size, sha256: await digestOf(file) });
  const response = await fetch(place.door ?? "/api/uploads", {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": announcement },
    body,
  }).catch(() => {
    throw new UploadRefused("unreachable", null, 0);
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw refusal(response.status, answer);
  return (answer as { id: string }).id;
}

/** What the server says of a file that is safe. */
export interface Sent {
  receivedAt: string;
  versionId: string;
}

/** Sends the bytes of an announced file. By XMLHttpRequest: fetch tells nothing of how far an upload has come. */
export function sendBytes(
  uploadId: string,
  file: Blob,
  request: XMLHttpRequest,
  onProgress: (sent: number) => void,
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    request.open("PUT", `/api/uploads/${uploadId}`);
    request.responseType = "json";
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onerror = () => reject(new UploadRefused("unreachable", null, 0));
    request.onabort = () => reject(new UploadRefused("stopped", null, 0));
    request.onload = () => {
      const { status, response } = request as { status: number; response: unknown };
      if (status === 200 || status === 201) resolve((response as { document: Sent }).document);
      else reject(refusal(status, response));
    };
    request.send(file);
  });
}
