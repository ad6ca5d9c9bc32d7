/** A bucket of an S3-compatible store, as STORAGE_URL names it. */
export interface Bucket {
  readonly name: string;
  /** Before every key: empty, or ending in a slash. */
  readonly prefix: string;
  /** Null: Amazon's own. */
  readonly endpoint: string | null;
  readonly region: string;
}

/** Stores other than Amazon's mostly ignore the region, but the signature needs one. */
const DEFAULT_REGION = "us-east-1";

/**
 * Reads `s3://bucket/prefix?endpoint=https://…&region=…`; null for another kind of URL. A login does not belong in it:
 * URLs end up in logs. Throws on an address without a bucket, with a login, or with an unknown setting.
 */
export function bucketOfStorageUrl(storageUrl: string): Bucket | null {
  const url = new URL(storageUrl);
  if (url.protocol !== "s3:") return null;
  if (url.hostname === "") throw new Error("STORAGE_URL should name a bucket: s3://bucket");
  if (url.username !== "" || url.password !== "") {
    throw new Error("STORAGE_URL should hold no login: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
  }
  const unknown = [...url.searchParams.keys()].find((key) => key !== "endpoint" && key !== "region");
  if (unknown !== undefined) throw new Error(`STORAGE_URL: "${unknown}" is no setting (endpoint, region)`);
  const folder = url.pathname.replace(/^\/+|\/+$/g, "");
  return {
    name: url.hostname,
    prefix: folder === "" ? "" : `${folder}/`,
    endpoint: url.searchParams.get("endpoint"),
    region: url.searchParams.get("region") ?? DEFAULT_REGION,
  };
}
