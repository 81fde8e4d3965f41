import { isIP } from 'node:net';

/** Where the passkeys of this installation are good. */
export interface PasskeySite {
  /** To which they belong: the RP ID of WebAuthn. */
  readonly domain: string;
  /** The only one from which an answer is taken. */
  readonly origin: string;
}

/**
 * Of PUBLIC_URL, never of a request. Null where browsers have no passkeys: at an IP address, which is no domain, and
 * without encryption, but on the own machine.
 */
export function passkeySite(publicUrl: string): PasskeySite | null {
  if (!URL.canParse(publicUrl)) return null;
  const { hostname, origin, protocol } = new URL(publicUrl);
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return null;
  const isOwnMachine = hostname === 'localhost' || hostname.endsWith('.localhost');
  return protocol === 'https:' || isOwnMachine ? { domain: hostname, origin } : null;
}
