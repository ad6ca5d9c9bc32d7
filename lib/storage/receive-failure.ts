import type { Refusal, RefusalCode } from "@/lib/storage/inspect/refusal";
import { isStorageError } from "@/lib/storage/storage-error";

/** Reasons that lie in the transfer, not in the file, with the HTTP status and the sentence for the sender. */
const TRANSFER_REASONS = {
  incomplete: [422, "Only a part of the file arrived. Check your connection, and send it again."],
  longer_than_declared: [422, "More arrived than was announced. Choose the file again, and send it again."],
  hash_mismatch: [422, "The file changed on its way to us. Send it again."],
  aborted: [400, "The upload was interrupted, and nothing was kept. Send the file again."],
  idle: [
    408,
    "Nothing arrived for a while, so the upload was stopped. Check your connection, and send it again.",
  ],
  timed_out: [
    408,
    "The upload took too long. Send it again over a faster connection, or make the file smaller.",
  ],
  storage_full: [
    507,
    "There is no room for new files at the moment. Your consultant has to make room; try again later.",
  ],
} as const satisfies Record<string, readonly [number, string]>;

export type TransferCode = keyof typeof TRANSFER_REASONS;

/** Why nothing was stored. `message` is for the person who sent the file; `status` is the HTTP answer. */
export interface ReceiveFailure {
  readonly code: RefusalCode | TransferCode;
  readonly status: Refusal["status"] | (typeof TRANSFER_REASONS)[TransferCode][0];
  readonly message: string;
}

/** Stops a reception, wherever it is. */
export class ReceiveStopped extends Error {
  override readonly name = "ReceiveStopped";

  constructor(readonly failure: ReceiveFailure) {
    super(failure.code);
  }
}

export function transferFailure(code: TransferCode): ReceiveFailure {
  const [status, message] = TRANSFER_REASONS[code];
  return { code, status, message };
}

/** The failure that an error stands for, or null when it is a defect or a broken disk. */
export function asReceiveFailure(error: unknown): ReceiveFailure | null {
  if (error instanceof ReceiveStopped) return error.failure;
  return isStorageError(error, "storage_full") ? transferFailure("storage_full") : null;
}
