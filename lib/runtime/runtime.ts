import "server-only";
import { join } from "node:path";
import { createPool, type DatabasePools } from "@/lib/db/client";
import { rolePasswords } from "@/lib/db/role-passwords";
import { runtimeConnections } from "@/lib/db/server/connections";
import type { Deps } from "@/lib/runtime/deps";
import { env, type Env } from "@/lib/runtime/env";
import { directoryOfStorageUrl, FileObjectStore } from "@/lib/storage/file-object-store";
import { loadOrCreateKeyring } from "@/lib/storage/keyring-file";
import type { ObjectStore } from "@/lib/storage/object-store";
import { bucketOfStorageUrl } from "@/lib/storage/s3-bucket";

/** What one process of the product is made of. */
export interface Runtime {
  env: Env;
  pools: DatabasePools;
  deps: Deps;
}

/** The store that STORAGE_URL names: a directory, or a bucket for which files are collected in `dataDir` first. */
async function openObjectStore({ storageUrl, dataDir }: Env): Promise<ObjectStore> {
  const directory = directoryOfStorageUrl(storageUrl);
  if (directory !== null) return FileObjectStore.open({ directory });
  const bucket = bucketOfStorageUrl(storageUrl);
  if (bucket === null)
    throw new Error("STORAGE_URL should be file:/folder or s3://bucket?endpoint=https://...");
  // Only where it is used: the client is large, and says at once which Node it wants.
  const { S3ObjectStore } = await import("@/lib/storage/s3-object-store");
  return S3ObjectStore.open(bucket, join(dataDir, "outgoing"));
}

async function compose(): Promise<Runtime> {
  const settings = env();
  const keyring = await loadOrCreateKeyring(settings.keyringFile);
  const connections = runtimeConnections(settings, rolePasswords(keyring));
  return {
    env: settings,
    pools: {
      app: createPool(connections.app, "landfall"),
      portal: createPool(connections.portal, "landfall-portal"),
    },
    deps: {
      appOrigin: settings.appOrigin,
      demo: settings.demo,
      smtpUrl: settings.smtpUrl ?? null,
      keyring,
      objects: await openObjectStore(settings),
    },
  };
}

// On globalThis: Next bundles the proxy, the routes and the pages apart, and each would get pools of its own.
const shared = globalThis as typeof globalThis & { landfallRuntime?: Promise<Runtime> };

/** The process's runtime, composed at the first call. A failed start is tried anew at the next call. */
export function runtime(): Promise<Runtime> {
  shared.landfallRuntime ??= compose().catch((error: unknown) => {
    delete shared.landfallRuntime;
    throw error;
  });
  return shared.landfallRuntime;
}

/** Closes what the runtime holds, at the end of a worker or a script. */
export async function closeRuntime(): Promise<void> {
  const opened = shared.landfallRuntime;
  if (!opened) return;
  delete shared.landfallRuntime;
  const { pools } = await opened;
  await Promise.all([pools.app.end(), pools.portal.end()]);
}
