import { isIP } from 'node:net';
import type { Environment } from './environment';

/** As Express takes it for `trust proxy`; never `true`, which would believe anyone. */
export type TrustProxy = false | number | readonly string[];

const namedRanges = ['loopback', 'linklocal', 'uniquelocal'];
const mostHops = 10;

/** TRUST_PROXY: empty (nobody), a number of proxies in a row, or addresses and subnets with commas between. */
export function trustedProxies(environment: Environment): TrustProxy {
  const text = environment.text('TRUST_PROXY', '');
  if (text === '') return false;
  if (/^\d{1,3}$/.test(text)) {
    const hops = Number(text);
    if (hops >= 1 && hops <= mostHops) return hops;
  }
  const ranges = text.split(',').map((range) => range.trim());
  if (ranges.every(isRange)) return ranges;
  const expected = `a number of proxies from 1 to ${mostHops}, or addresses and subnets with commas between`;
  return environment.refuse('TRUST_PROXY', `must be empty, ${expected}`, false);
}

/** A prefix of 0 would be everyone. */
function isRange(text: string): boolean {
  if (namedRanges.includes(text)) return true;
  const [address = '', prefix, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  if (prefix === undefined) return true;
  const most = family === 4 ? 32 : 128;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= most;
}
