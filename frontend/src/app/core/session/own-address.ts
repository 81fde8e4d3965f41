/** Where to go back to: only addresses of this site. `//elsewhere` and full addresses lead home. */
export function ownAddress(from: string | undefined): string {
  return from && /^\/(?![/\\])/.test(from) ? from : '/';
}
