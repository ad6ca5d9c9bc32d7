import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import S3rver from "s3rver";
import { afterAll, vi } from "vitest";
import { FileObjectStore } from "@/lib/storage/file-object-store";
import type { ObjectStore } from "@/lib/storage/object-store";
import { bucketOfStorageUrl } from "@/lib/storage/s3-bucket";
import { S3ObjectStore } from "@/lib/storage/s3-object-store";

/** The only login that the fake server knows. */
const LOGIN = "S3RVER";

/** Starts a fake S3 server that keeps its bucket `landfall` under `directory`; its address. It ends with the test file. */
export async function startFakeS3(directory: string): Promise<string> {
  vi.stubEnv("AWS_ACCESS_KEY_ID", LOGIN);
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", LOGIN);
  const fake = new S3rver({
    address: "127.0.0.1",
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: "landfall" }],
  });
  const { port } = await fake.run();
  afterAll(() => {
    fake.httpServer.closeAllConnections();
    fake.httpServer.close();
  });
  return `http://127.0.0.1:${port}`;
}

/** The bucket of a fake server as a store, under a prefix. */
export async function openBucket(endpoint: string, directory: string): Promise<S3ObjectStore> {
  const bucket = bucketOfStorageUrl(`s3://landfall/firm?endpoint=${endpoint}`);
  if (bucket === null) throw new Error("this is an address of a bucket");
  return S3ObjectStore.open(bucket, join(directory, "outgoing"));
}

interface StoreKind {
  name: string;
  /** A new store that keeps what it needs in a folder that is there. */
  open(directory: string): Promise<ObjectStore>;
}

/** Every kind of store that STORAGE_URL can name: what holds for one has to hold for all. */
export const OBJECT_STORES: readonly StoreKind[] = [
  {
    name: "a directory",
    open: (directory) => FileObjectStore.open({ directory: join(directory, "objects") }),
  },
  {
    name: "an S3 bucket",
    async open(directory) {
      const served = join(directory, "s3");
      await mkdir(served);
      return openBucket(await startFakeS3(served), directory);
    },
  },
];
