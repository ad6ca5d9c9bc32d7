import { open } from "node:fs/promises";

/**
 * Makes the names in a directory durable: after a rename or unlink the data may be on disk while its name is
 * not, until the directory itself is synced.
 */
export async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
