import ipaddr from 'ipaddr.js';

/** Bits of an address that say roughly where, and not who. */
const bits = { ipv4: 16, ipv6: 32 } as const;

/**
 * Where a request comes from, coarse enough to be kept: `203.0.*.*`, the first half of an IPv6 network, or `local` and
 * `private` for one's own machine and house.
 */
export function placeOf(address: string | undefined): string {
  if (address === undefined || !ipaddr.isValid(address)) return '';
  const parsed = ipaddr.process(address.replace(/%.*$/, ''));
  const range = parsed.range();
  if (range === 'loopback') return 'local';
  if (['private', 'uniqueLocal', 'linkLocal'].includes(range)) return 'private';
  const kind = parsed.kind();
  const kept = parsed.toByteArray().map((byte, index) => (index < bits[kind] / 8 ? byte : 0));
  if (kind === 'ipv4') return `${String(kept[0])}.${String(kept[1])}.*.*`;
  return `${ipaddr.fromByteArray(kept).toString()}/${bits.ipv6}`;
}
