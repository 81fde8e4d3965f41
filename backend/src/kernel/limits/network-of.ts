import ipaddr from 'ipaddr.js';

/** Bits of an IPv6 address that one customer gets at least; the rest is chosen freely. */
const prefixBits = 64;

/**
 * What counts as one network: an IPv4 address, also where it is written as an IPv6 one, or the /64 of an IPv6 address.
 * What is no address counts together.
 */
export function networkOf(address: string | undefined): string {
  if (address === undefined || !ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address.replace(/%.*$/, ''));
  if (parsed.kind() === 'ipv4') return parsed.toString();
  const bytes = parsed.toByteArray().map((byte, index) => (index < prefixBits / 8 ? byte : 0));
  return `${ipaddr.fromByteArray(bytes).toString()}/${prefixBits}`;
}
