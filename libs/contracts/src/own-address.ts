/**
 * Where to go back to: only addresses of this site. `//elsewhere` and full addresses lead home, and so does what browsers
 * read as such after leaving control characters out.
 */
export function ownAddress(from: string | undefined): string {
  return from && /^\/(?![/\\])\P{Cc}*$/u.test(from) ? from : '/';
}
