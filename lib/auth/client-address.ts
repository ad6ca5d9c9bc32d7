import { isIP } from "node:net";

/** `203.0.113.9` for `::ffff:203.0.113.9`, else the text itself; null when it is no address. */
function plainAddress(text: string): string | null {
  const address = text.trim().replace(/^::ffff:(?=\d+\.)/i, "");
  return isIP(address) === 0 ? null : address;
}

/**
 * The caller's address. instrumentation.ts appends the socket's address to `X-Forwarded-For`, as every proxy
 * does, so the last entry is true; with `hops` trusted proxies in front, the one `hops` places before it.
 * Anything further left was written by the caller and is ignored. Null when it cannot be told.
 */
export function clientAddress(forwardedFor: string | null, hops: number): string | null {
  const entries = (forwardedFor ?? "").split(",");
  const entry = entries[entries.length - 1 - hops];
  return entry === undefined ? null : plainAddress(entry);
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = "", tail] = address.split("%")[0]?.toLowerCase().split("::") ?? [];
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const zeros = Array.from({ length: missing }, () => "0");
  return [...before, ...zeros, ...after].map((group) => group.replace(/^0+(?=.)/, ""));
}

/** What counts as one network for throttling: an IPv4 address, or an IPv6 /64 (SECURITY.md 5.2). */
export function networkOf(address: string): string {
  return isIP(address) === 6 ? `${groupsOf(address).slice(0, 4).join(":")}::/64` : address;
}

/** What the audit log keeps of an address: the /24 or the /48 (SECURITY.md 5.6). */
export function addressPrefix(address: string): string {
  if (isIP(address) === 6) return `${groupsOf(address).slice(0, 3).join(":")}::/48`;
  return `${address.split(".").slice(0, 3).join(".")}.0/24`;
}
