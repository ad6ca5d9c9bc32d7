import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, afterAll, describe, expect, it } from "vitest";

import { bucketOfStorageUrl } from "@/lib/storage/s3-bucket";
import { S3ObjectStore } from "@/lib/storage/s3-object-store";
import { openBucket, startFakeS3 } from "@/lib/testing/object-stores";

const UPLOAD = "11111111-1111-4111-8111-111111111111";

let scratch = "";
let endpoint = "";
let between: Server | undefined;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "landfall-s3-"));
  await mkdir(join(scratch, "served"));
  endpoint = await startFakeS3(join(scratch, "served"));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));
afterEach(() => {
  between?.closeAllConnections();
  between?.close();
});

type Answer = ServerResponse;

/** Stands before the fake server: `instead` may answer a request itself, or let it through and lose the answer. */
async function withBetween(
  instead: (asked: { method: string; url: URL }, answer: Answer, passAndLose: () => void) => boolean,
): Promise<string> {
  between = createServer((incoming, answer) => {
    const { method = "", url: path = "", headers } = incoming;
    const pass = (reply: (from: IncomingMessage) => void) => {
      const { hostname: host, port } = new URL(endpoint);
      incoming.pipe(request({ host, port, method, path, headers }, reply));
    };
    const passAndLose = () => pass((from) => from.resume().on("end", () => answer.destroy()));
    if (instead({ method, url: new URL(path, endpoint) }, answer, passAndLose)) return;
    pass((from) => {
      answer.writeHead(from.statusCode ?? 502, from.headers);
      from.pipe(answer);
    });
  });
  await new Promise<void>((resolve) => between?.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(between.address() as AddressInfo).port}`;
}

const xml = (answer: Answer, status: number, body: string) =>
  answer.writeHead(status, { "content-type": "application/xml" }).end(body);

const refusal = (code: string) => `<Error><Code>${code}</Code></Error>`;

async function put(store: S3ObjectStore, content: string): Promise<string> {
  const writer = await store.beginWrite(UPLOAD);
  await writer.write(Buffer.from(content));
  return (await writer.commit()).storageKey;
}

describe("an object in a bucket", () => {
  it("is one object, although the answer to the first try was lost", async () => {
    let puts = 0;
    const address = await withBetween(({ method }, answer, passAndLose) => {
      if (method !== "PUT") return false;
      puts += 1;
      // As a store does that keeps to If-None-Match; the fake one does not.
      if (puts === 1) passAndLose();
      else xml(answer, 412, refusal("PreconditionFailed"));
      return true;
    });
    const store = await openBucket(address, scratch);
    const key = await put(store, "sent once");
    expect(await store.stat(key)).toEqual({ size: 9 });
    expect(puts).toBe(2);
  });

  it("is sent again while the bucket is busy, three times at most", async () => {
    let puts = 0;
    const address = await withBetween(({ method }, answer) => {
      if (method === "PUT") xml(answer, 503, refusal("SlowDown"));
      puts += Number(method === "PUT");
      return method === "PUT";
    });
    const store = await openBucket(address, scratch);
    await expect(put(store, "x")).rejects.toMatchObject({ name: "SlowDown" });
    expect(puts).toBe(3);
    expect(await readdir(join(scratch, "outgoing"))).toEqual([]);
  });

  it("is not taken for stored when the bucket refuses it, and leaves nothing on this machine", async () => {
    const address = await withBetween(({ method }, answer) => {
      if (method === "PUT") xml(answer, 403, refusal("AccessDenied"));
      return method === "PUT";
    });
    const store = await openBucket(address, scratch);
    await expect(put(store, "x")).rejects.toMatchObject({ name: "AccessDenied" });
    expect(await readdir(join(scratch, "outgoing"))).toEqual([]);
  });

  it("is found by the sweep on the second page of names", async () => {
    const [first, second] = ["a".repeat(32), "b".repeat(32)];
    const row = (key: string) =>
      `<Contents><Key>firm/${key.slice(0, 2)}/${key}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>`;
    const address = await withBetween(({ url }, answer) => {
      if (!url.searchParams.has("list-type")) return false;
      const later = url.searchParams.get("continuation-token") === "there is more";
      const next =
        "<IsTruncated>true</IsTruncated><NextContinuationToken>there is more</NextContinuationToken>";
      xml(answer, 200, `<ListBucketResult>${later ? row(second) : row(first) + next}</ListBucketResult>`);
      return true;
    });
    const store = await openBucket(address, scratch);
    const asked: string[] = [];
    await store.sweepOrphans({
      writtenBefore: new Date("2026-02-01T00:00:00Z"),
      knownAmong: async (batch) => {
        asked.push(...batch);
        return new Set(batch);
      },
    });
    expect(asked).toEqual([first, second]);
  });
});

describe("a bucket that is not there", () => {
  it("stops the start with its name", async () => {
    const bucket = { name: "nowhere", prefix: "", endpoint, region: "us-east-1" };
    await expect(S3ObjectStore.open(bucket, scratch)).rejects.toThrow(
      "The bucket nowhere of STORAGE_URL does not answer (NotFound).",
    );
  });
});

describe("STORAGE_URL of a bucket", () => {
  it.each([
    ["s3://papers", { name: "papers", prefix: "", endpoint: null, region: "us-east-1" }],
    [
      "s3://papers/firm/2026/?endpoint=https://s3.example.ca&region=ca-central-1",
      { name: "papers", prefix: "firm/2026/", endpoint: "https://s3.example.ca", region: "ca-central-1" },
    ],
    ["file:/srv/objects", null],
  ])("%s", (url, expected) => {
    expect(bucketOfStorageUrl(url)).toEqual(expected);
  });

  it.each([
    ["s3:///objects", "should name a bucket"],
    ["s3://key:secret@papers", "should hold no login"],
    ["s3://papers?endpont=https://x", '"endpont" is no setting'],
  ])("%s is refused", (url, message) => {
    expect(() => bucketOfStorageUrl(url)).toThrow(message);
  });
});
