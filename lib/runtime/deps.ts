import type { ObjectStore } from "@/lib/storage/object-store";
import type { Keyring } from "@/lib/storage/keyring";

/** What the outside world offers to commands and jobs. Built once a process by lib/runtime/runtime.ts. */
export interface Deps {
  /** Scheme, host and port as people type them; every mailed link starts with it. */
  appOrigin: string;
  demo: boolean;
  /** Mail goes out by SMTP; otherwise it is kept, readable by an administrator. */
  smtpUrl: string | null;
  keyring: Keyring;
  objects: ObjectStore;
}
