import ipaddr from 'ipaddr.js';

/** Bits of an IPv6 address that one customer gets at least; the rest is chosen freely. */
const prefixBits = 64;

/** Bits that an office, or whoever rents a few addresses, is given together. */
const officeBits = { ipv4: 24, ipv6: 48 } as const;

/**
 * What counts as one network: an IPv4 address, also where it is written as an IPv6 one, or the /64 of an IPv6 address.
 * What is no address counts together.
 */
export function networkOf(address: string | undefined): string {
  if (address === undefined || !ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address.replace(/%.*$/, ''));
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return prefixOf(parsed, prefixBits);
}

/** What one office may have of neighbouring networks: the /24 of an IPv4 address, the /48 of an IPv6 one. */
export function officeOf(address: string | undefined): string {
  if (address === undefined || !ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address.replace(/%.*$/, ''));
  return prefixOf(parsed, officeBits[parsed.kind()]);
}

function prefixOf(address: ipaddr.IPv4 | ipaddr.IPv6, bits: number): string {
  const bytes = address.toByteArray().map((byte, index) => (index < bits / 8 ? byte : 0));
  return `${ipaddr.fromByteArray(bytes).toString()}/${bits}`;
}
