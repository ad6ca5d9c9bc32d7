import { expect, it } from "vitest";
import { addressPrefix, clientAddress, networkOf } from "./client-address";

it.each([
  ["the socket's address is the last entry", "203.0.113.9", 0, "203.0.113.9"],
  ["what a caller wrote in front of it is ignored", "1.1.1.1, 203.0.113.9", 0, "203.0.113.9"],
  ["one trusted proxy: the entry it appended", "6.6.6.6, 198.51.100.7, 10.0.0.1", 1, "198.51.100.7"],
  ["IPv4 inside IPv6", "::ffff:203.0.113.9", 0, "203.0.113.9"],
  ["fewer entries than proxies: nobody can tell", "10.0.0.1", 1, null],
  ["no address at all", "unknown", 0, null],
  ["no header", null, 0, null],
])("%s", (_what, header, hops, expected) => {
  expect(clientAddress(header, hops)).toBe(expected);
});

it.each([
  ["203.0.113.9", "203.0.113.9", "203.0.113.0/24"],
  ["2001:db8:0:1:aaaa::1", "2001:db8:0:1::/64", "2001:db8:0::/48"],
  ["2001:db8::1", "2001:db8:0:0::/64", "2001:db8:0::/48"],
  ["::1", "0:0:0:0::/64", "0:0:0::/48"],
])("%s counts as %s and is logged as %s", (address, network, prefix) => {
  expect(networkOf(address)).toBe(network);
  expect(addressPrefix(address)).toBe(prefix);
});
