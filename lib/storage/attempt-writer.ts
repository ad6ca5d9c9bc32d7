import "server-only";

import { randomBytes } from "node:crypto";

import { AttemptFile } from "@/lib/storage/attempt-file";
import type { ObjectWriter } from "@/lib/storage/object-store";
import { asStorageError } from "@/lib/storage/storage-error";

/** Puts a written attempt in its place under a new storage key; on any error nothing is left there. */
export type PlaceObject = (attempt: AttemptFile, storageKey: string) => Promise<void>;

/** Collects one object in a temporary file of this machine, and hands it over when it is whole. */
export class AttemptWriter implements ObjectWriter {
  readonly #attempt: AttemptFile;
  readonly #place: PlaceObject;
  #state: "writing" | "committed" | "discarded" = "writing";

  private constructor(attempt: AttemptFile, place: PlaceObject) {
    this.#attempt = attempt;
    this.#place = place;
  }

  static async begin(directory: string, uploadId: string, place: PlaceObject): Promise<AttemptWriter> {
    return new AttemptWriter(await AttemptFile.begin(directory, uploadId), place);
  }

  async write(chunk: Uint8Array): Promise<void> {
    this.#assertWriting();
    try {
      await this.#attempt.write(chunk);
    } catch (error) {
      throw asStorageError(error);
    }
  }

  async commit(): Promise<{ readonly storageKey: string }> {
    this.#assertWriting();
    const storageKey = randomBytes(16).toString("hex");
    try {
      await this.#place(this.#attempt, storageKey);
    } catch (error) {
      await this.discard();
      throw asStorageError(error);
    }
    this.#state = "committed";
    return { storageKey };
  }

  async discard(): Promise<void> {
    if (this.#state !== "writing") return;
    this.#state = "discarded";
    await this.#attempt.remove();
  }

  #assertWriting(): void {
    if (this.#state !== "writing") throw new Error(`This attempt is ${this.#state}.`);
  }
}
