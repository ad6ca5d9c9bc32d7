import type { KeptUpload } from "./kept-uploads";
import { waitAfter } from "./retry";
import { UploadRefused, type Sent } from "./transport";

/** A file's name and size in bytes, as they are said. */
interface Named {
  fileName: string;
  size: number;
}

export type UploadState =
  | { step: "idle" }
  /** This browser was sending it when its tab was closed. */
  | ({ step: "offered" } & Named)
  | ({ step: "sending"; sent: number; secondsLeft: number | null } & Named)
  /** The line is broken; it goes on by itself. */
  | ({ step: "waiting" } & Named)
  /** `again`: the same file can be sent once more as it is. */
  | { step: "failed"; fileName: string; code: string; sentence: string | null; again: boolean }
  | ({ step: "received"; at: Date; receipt: string } & Named);

/** What a run needs of the browser; a test has its own. */
export interface UploadPorts {
  announce: (upload: KeptUpload) => Promise<string>;
  /** Sends the bytes; `stop` ends it at once, with a refusal `stopped`. */
  send: (uploadId: string, file: Blob, onProgress: (sent: number) => void) => Sending;
  keep: (upload: KeptUpload) => Promise<void>;
  drop: (key: string) => Promise<void>;
  newAnnouncement: () => string;
  /** Runs it later; the answer takes it back. */
  later: (milliseconds: number, work: () => void) => () => void;
  /** Milliseconds, for durations. */
  now: () => number;
}

export interface Sending {
  done: Promise<Sent>;
  stop: () => void;
}

const named = ({ fileName, file }: KeptUpload): Named => ({ fileName, size: file.size });

/** How far it has come, and when it will be there at this pace. */
function progressOf(upload: KeptUpload, sent: number, seconds: number): UploadState {
  const { fileName, size } = named(upload);
  const secondsLeft = sent > 0 && seconds > 1 ? Math.round((seconds / sent) * (size - sent)) : null;
  return { step: "sending", fileName, size, sent: Math.min(sent, size), secondsLeft };
}

/**
 * One file on its way to one place. It is kept in the browser before its first byte leaves and until the server has said
 * that it is safe; after a broken line, a locked phone or a closed tab the same announcement is used again, so that
 * nothing is stored twice.
 */
export class UploadRun {
  #upload: KeptUpload;
  #sending: Sending | null = null;
  #takeBack: (() => void) | null = null;
  #failures = 0;
  #announcedAnew = false;
  #waiting = false;
  #left = false;

  constructor(
    upload: KeptUpload,
    private readonly ports: UploadPorts,
    private readonly onState: (state: UploadState) => void,
  ) {
    this.#upload = upload;
  }

  get upload(): KeptUpload {
    return this.#upload;
  }

  /** Sends it; after a failure, once more. Resolves when it is received, waits for another try, or is refused. */
  async start(): Promise<void> {
    this.#stopWaiting();
    this.#say({ step: "sending", ...named(this.#upload), sent: 0, secondsLeft: null });
    try {
      const done = await this.#deliver();
      await this.ports.drop(this.#upload.key);
      const receipt = done.versionId.slice(0, 8).toUpperCase();
      this.#say({ step: "received", ...named(this.#upload), at: new Date(done.receivedAt), receipt });
    } catch (error) {
      await this.#fail(error instanceof UploadRefused ? error : new UploadRefused("unreachable", null, 0));
    }
  }

  /** The line is there again, or the phone is unlocked: what waits goes on now. */
  wake(): void {
    if (this.#waiting) void this.start();
  }

  /** Ends it for good: nothing is kept. */
  async stop(): Promise<void> {
    this.#stopWaiting();
    await this.ports.drop(this.#upload.key);
    if (this.#sending) this.#sending.stop();
    else await this.#fail(new UploadRefused("stopped", null, 0));
  }

  /** The page is left: nothing more is said here, and what is kept is offered later. */
  leave(): void {
    this.#left = true;
    this.#stopWaiting();
    this.#sending?.stop();
  }

  #say(state: UploadState): void {
    if (!this.#left) this.onState(state);
  }

  #stopWaiting(): void {
    this.#takeBack?.();
    this.#takeBack = null;
    this.#waiting = false;
  }

  async #deliver(): Promise<Sent> {
    await this.ports.keep(this.#upload);
    const uploadId = this.#upload.uploadId ?? (await this.ports.announce(this.#upload));
    this.#upload = { ...this.#upload, uploadId };
    await this.ports.keep(this.#upload);
    const started = this.ports.now();
    this.#sending = this.ports.send(uploadId, this.#upload.file, (sent) =>
      this.#say(progressOf(this.#upload, sent, (this.ports.now() - started) / 1000)),
    );
    try {
      return await this.#sending.done;
    } finally {
      this.#sending = null;
    }
  }

  async #fail(refused: UploadRefused): Promise<void> {
    if (this.#left) return;
    if (refused.announcementGone && this.#upload.uploadId !== null && !this.#announcedAnew) {
      this.#announcedAnew = true;
      this.#upload = { ...this.#upload, uploadId: null, announcement: this.ports.newAnnouncement() };
      return this.start();
    }
    this.#failures += 1;
    const wait = waitAfter(this.#failures);
    if (refused.byItself && wait !== null) {
      this.#waiting = true;
      this.#say({ step: "waiting", ...named(this.#upload) });
      this.#takeBack = this.ports.later(wait, () => void this.start());
      return;
    }
    if (!refused.again) await this.ports.drop(this.#upload.key);
    const { code, sentence, again } = refused;
    this.#say({ step: "failed", fileName: this.#upload.fileName, code, sentence, again });
  }
}
