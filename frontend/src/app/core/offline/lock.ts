/** Times that a passphrase is hashed, so that guessing it costs (PBKDF2 with SHA-256). */
export const ITERATIONS = 600_000;

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * By what a passphrase opens what is kept on a device. All of it is stored in clear; without the passphrase it opens
 * nothing, and without it the passphrase opens nothing: whoever deletes it has deleted the key.
 */
export interface Lock {
  readonly salt: Bytes;
  readonly iterations: number;
  readonly iv: Bytes;
  /** The key of the data, sealed by the key of the passphrase. */
  readonly wrapped: Bytes;
  /** SHA-256 of all of the above: tells damage from a wrong passphrase. */
  readonly check: Bytes;
}

export class WrongPassphraseError extends Error {}
/** The lock, or what it keeps, is not as it was written. */
export class DamagedError extends Error {}

const AES = 'AES-GCM';

export const randomBytes = (length: number): Bytes =>
  crypto.getRandomValues(new Uint8Array(length));

/** @returns a new lock and the key of the data, which leaves the browser's own store of keys no more */
export async function newLock(
  passphrase: string,
  iterations = ITERATIONS,
): Promise<{ readonly lock: Lock; readonly key: CryptoKey }> {
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const outer = await keyOf(passphrase, salt, iterations);
  const inner = await crypto.subtle.generateKey({ name: AES, length: 256 }, true, [
    'encrypt',
    'decrypt',
  ]);
  const raw = await crypto.subtle.wrapKey('raw', inner, outer, { name: AES, iv });
  const sealed = { salt, iterations, iv, wrapped: new Uint8Array(raw) };
  const lock = { ...sealed, check: await checkOf(sealed) };
  return { lock, key: await openLock(lock, passphrase) };
}

/** @throws WrongPassphraseError, DamagedError */
export async function openLock(lock: Lock, passphrase: string): Promise<CryptoKey> {
  const found = await checkOf(lock);
  if (found.some((byte, at) => byte !== lock.check[at])) throw new DamagedError();
  const outer = await keyOf(passphrase, lock.salt, lock.iterations);
  const by = { name: AES, iv: lock.iv };
  const uses: KeyUsage[] = ['encrypt', 'decrypt'];
  try {
    return await crypto.subtle.unwrapKey('raw', lock.wrapped, outer, by, AES, false, uses);
  } catch {
    throw new WrongPassphraseError();
  }
}

/** Spellings that look alike are one passphrase, whichever keyboard wrote them. */
async function keyOf(passphrase: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  const text = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    material,
    { name: AES, length: 256 },
    false,
    ['wrapKey', 'unwrapKey'],
  );
}

async function checkOf({ salt, iterations, iv, wrapped }: Omit<Lock, 'check'>): Promise<Bytes> {
  const parts = [salt, new TextEncoder().encode(`/${String(iterations)}/`), iv, wrapped];
  const bytes = await new Blob(parts).arrayBuffer();
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
