/**
 * Files on their way, kept in this browser until the server has said that they are safe: a closed tab, a locked phone or
 * a lost connection loses nothing. Gone after a success, after signing out, and after a week. A browser that keeps
 * nothing for this site (a private window) sends all the same, but offers nothing afterwards.
 */

/** Where a file goes. */
export interface UploadPlace {
  caseId: string;
  requirementId: string | null;
  /** What it is, where it answers no checklist line. */
  title?: string;
  /** Where it is announced, where that is another door than everybody's. */
  door?: string;
  /** Who sends it, where nobody is signed in. */
  sender?: string;
  /** It goes with a message, of the item's thread or of the general one. */
  forMessage?: boolean;
  messageItem?: string | null;
}

export interface KeptUpload {
  /** Of its place: one file at a time is on its way there. */
  key: string;
  place: UploadPlace;
  file: Blob;
  fileName: string;
  /** The server's name for the announcement, once it was made: the bytes go to this one and no other. */
  uploadId: string | null;
  /** Makes a repeated announcement the same one. */
  announcement: string;
  /** Milliseconds since 1970. */
  keptAt: number;
}

/** At the end of an address: goes on with what was kept, without asking once more. */
export const GO_ON = "go-on";

const DATABASE = "landfall-uploads";
const STORE = "uploads";
const WEEK = 7 * 24 * 60 * 60 * 1000;

/** Milliseconds since 1970, by the browser's clock. */
export const browserTime = () => performance.timeOrigin + performance.now();

export function placeKey({ caseId, requirementId, title, forMessage, messageItem }: UploadPlace): string {
  if (forMessage) return `${caseId}/message:${messageItem ?? "general"}`;
  return `${caseId}/${requirementId ?? `title:${title ?? ""}`}`;
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the browser's storage failed"));
  });
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key" });
  return answerOf(request);
}

/** One thing done in the store; null where the browser keeps nothing. */
async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | null> {
  try {
    const database = await openDatabase();
    try {
      return await answerOf(work(database.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

export async function keepUpload(upload: KeptUpload): Promise<void> {
  await inStore("readwrite", (store) => store.put(upload));
}

export async function dropUpload(key: string): Promise<void> {
  await inStore("readwrite", (store) => store.delete(key));
}

/** Everything on its way in this browser that is not older than a week. */
async function listKept(): Promise<KeptUpload[]> {
  const all = (await inStore("readonly", (store) => store.getAll() as IDBRequest<KeptUpload[]>)) ?? [];
  const old = all.filter(({ keptAt }) => keptAt < browserTime() - WEEK);
  for (const { key } of old) await dropUpload(key);
  return all.filter((upload) => !old.includes(upload));
}

export async function findKept(place: UploadPlace): Promise<KeptUpload | null> {
  return (await listKept()).find(({ key }) => key === placeKey(place)) ?? null;
}

/** The files of one case that are still on their way. */
export async function keptOfCase(caseId: string): Promise<KeptUpload[]> {
  return (await listKept()).filter(({ place }) => place.caseId === caseId);
}

/** After signing out: nobody else is offered a file of whoever sat here before. */
export function forgetUploads(): void {
  try {
    indexedDB.deleteDatabase(DATABASE);
  } catch {
    // A browser that keeps nothing for this site has nothing to forget.
  }
}
