/** How a request is answered by the worker: not at all, from the network while there is one, or as it was kept. */
export type ShellAnswer = 'not' | 'start-page' | 'kept-first' | 'network-first';

/** As the server tells what never changes: a capital or digit tells a hash from a word of eight letters. */
const HASHED = /[-.](?=[a-z_-]{0,7}[A-Z\d])[\w-]{8}\.(?:js|css|woff2?|svg|png)$/;

/** Of a request, what decides. */
interface Asked {
  readonly method: string;
  readonly mode: string;
  readonly url: string;
}

/**
 * What the API says is never kept. A page comes from the network as long as there is one, so that nobody works with an
 * old version who could have the new one; files whose name holds their hash never change.
 * @param files of the shell, as addresses without the origin
 */
export function answerOf(
  { method, mode, url }: Asked,
  origin: string,
  files: ReadonlySet<string>,
): ShellAnswer {
  const { origin: of, pathname } = new URL(url);
  if (method !== 'GET' || of !== origin || pathname.startsWith('/api/')) return 'not';
  if (mode === 'navigate') return 'start-page';
  if (!files.has(pathname)) return 'not';
  return HASHED.test(pathname) ? 'kept-first' : 'network-first';
}
