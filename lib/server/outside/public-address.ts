import "server-only";
import ipaddr from "ipaddr.js";

/** In the public range, and yet it answers with secrets of the machine that asks: the metadata service of a cloud. */
const cloudMetadata: ReadonlySet<string> = new Set(["168.63.129.16"]);

/**
 * Whether an IP address belongs to the public internet. IPv4-mapped and NAT64 addresses are judged by the IPv4 address
 * inside; 6to4, Teredo and IPv4-compatible ones are refused, since they are relics that can carry any IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === "unicast" && !cloudMetadata.has(parsed.toString());
  if (parsed.zoneId !== undefined) return false;
  const bytes = parsed.toByteArray();
  const isWellKnownNat64 = parsed.match(ipaddr.IPv6.parse("64:ff9b::"), 96);
  if (parsed.isIPv4MappedAddress() || isWellKnownNat64) return isPublicAddress(bytes.slice(12).join("."));
  return parsed.range() === "unicast" && parsed.match(ipaddr.IPv6.parse("2000::"), 3);
}

/** Whether two spellings name the same address; a mapped IPv4 address is the address inside. */
export function isSameAddress(one: string, other: string): boolean {
  if (!ipaddr.isValid(one) || !ipaddr.isValid(other)) return false;
  return ipaddr.process(one).toNormalizedString() === ipaddr.process(other).toNormalizedString();
}
