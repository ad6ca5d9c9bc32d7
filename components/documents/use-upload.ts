"use client";

import { useRef, useState } from "react";

/** Where a file goes. */
export interface UploadPlace {
  caseId: string;
  requirementId: string | null;
  /** What it is, where it answers no checklist line. */
  title?: string;
}

export type UploadState =
  | { step: "idle" }
  | { step: "sending"; fileName: string; size: number; sent: number; secondsLeft: number | null }
  /** `again`: the same file can be sent once more as it is. */
  | { step: "failed"; fileName: string; message: string; again: boolean }
  | { step: "received"; fileName: string; size: number; at: Date; receipt: string };

const MAX_BYTES = 25 * 1024 * 1024;
const ENDINGS = ["pdf", "jpg", "jpeg", "png", "docx"];
const UNREACHABLE =
  "The connection was lost. The file is still on your device, and nothing was sent twice. Try again when you are connected.";
const UNEXPECTED = "Something went wrong on our side, and nothing was kept. Please try again.";

class UploadRefused extends Error {
  constructor(
    message: string,
    readonly again: boolean,
  ) {
    super(message);
  }
}

/** What can be said without sending anything; null when it may be tried. */
function faultOf(file: { name: string; size: number }): string | null {
  const ending = file.name.split(".").at(-1)?.toLowerCase() ?? "";
  if (ending === "heic" || ending === "heif")
    return "This is in the iPhone photo format (HEIC). Take it with the camera button here, or choose Settings, Camera, Formats, ‘Most compatible’.";
  if (!ENDINGS.includes(ending)) return "Send a PDF, a JPEG or PNG picture, or a Word document (.docx).";
  if (file.size === 0) return "The file is empty (0 bytes). Check that it opens on your device.";
  if (file.size > MAX_BYTES)
    return "The file is larger than 25 MB. Scan it at a lower resolution, or split it.";
  return null;
}

/** SHA-256, hex; null where the browser offers none (plain http that is not this machine). */
async function digestOf(file: File): Promise<string | null> {
  // The type says it is always there; on an insecure origin it is not.
  const subtle = (globalThis.crypto as Partial<Crypto>).subtle;
  if (!subtle) return null;
  const hash = await subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Refusals that lie in the way, not in the file. */
const ON_THE_WAY = ["incomplete", "hash_mismatch", "aborted", "idle", "timed_out"];

function isOnTheWay(body: unknown): boolean {
  const code = (body as { error?: { code?: unknown } } | null)?.error?.code;
  return ON_THE_WAY.some((known) => known === code);
}

function messageOf(body: unknown): string | null {
  const error = (body as { error?: { message?: unknown } } | null)?.error;
  return typeof error?.message === "string" ? error.message : null;
}

async function reserve(place: UploadPlace, file: File): Promise<string> {
  const response = await fetch("/api/uploads", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...place, fileName: file.name, size: file.size, sha256: await digestOf(file) }),
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new UploadRefused(messageOf(body) ?? UNEXPECTED, response.status >= 429);
  return (body as { id: string }).id;
}

interface Sent {
  receivedAt: string;
  versionId: string;
}

/** By XMLHttpRequest: fetch tells nothing of how far an upload has come. */
function send(
  id: string,
  file: File,
  request: XMLHttpRequest,
  onProgress: (sent: number) => void,
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    request.open("PUT", `/api/uploads/${id}`);
    request.responseType = "json";
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onerror = () => reject(new UploadRefused(UNREACHABLE, true));
    request.onabort = () => reject(new UploadRefused("Stopped. Nothing was kept.", true));
    request.onload = () => {
      const { status, response } = request as { status: number; response: unknown };
      if (status === 200 || status === 201) resolve((response as { document: Sent }).document);
      else {
        const later = status === 0 || status === 429 || status >= 500;
        reject(new UploadRefused(messageOf(response) ?? UNEXPECTED, later || isOnTheWay(response)));
      }
    };
    request.send(file);
  });
}

/**
 * Sends one file: announces it, sends its bytes, and says "received" only when the server has said 201. After a
 * broken line the same reservation is used again, so nothing is stored twice.
 */
export function useUpload(place: UploadPlace, onReceived?: () => void) {
  const [state, setState] = useState<UploadState>({ step: "idle" });
  const attempt = useRef<{ file: File; id: string | null; request: XMLHttpRequest | null } | null>(null);

  async function run(): Promise<void> {
    const current = attempt.current;
    if (!current) return;
    const { file } = current;
    const { name: fileName, size } = file;
    setState({ step: "sending", fileName, size, sent: 0, secondsLeft: null });
    try {
      current.id ??= await reserve(place, file);
      const started = performance.now();
      current.request = new XMLHttpRequest();
      const done = await send(current.id, file, current.request, (sent) => {
        const seconds = (performance.now() - started) / 1000;
        const secondsLeft = sent > 0 && seconds > 1 ? Math.round((seconds / sent) * (size - sent)) : null;
        setState({ step: "sending", fileName, size, sent: Math.min(sent, size), secondsLeft });
      });
      const receipt = done.versionId.slice(0, 8).toUpperCase();
      setState({ step: "received", fileName, size, at: new Date(done.receivedAt), receipt });
      attempt.current = null;
      onReceived?.();
    } catch (error) {
      const refused = error instanceof UploadRefused ? error : new UploadRefused(UNREACHABLE, true);
      setState({ step: "failed", fileName, message: refused.message, again: refused.again });
    }
  }

  return {
    state,
    choose: (file: File): void => {
      const fault = faultOf(file);
      if (fault !== null) {
        attempt.current = null;
        setState({ step: "failed", fileName: file.name, message: fault, again: false });
        return;
      }
      attempt.current = { file, id: null, request: null };
      void run();
    },
    retry: () => void run(),
    stop: () => attempt.current?.request?.abort(),
    reset: (): void => {
      attempt.current = null;
      setState({ step: "idle" });
    },
  };
}
