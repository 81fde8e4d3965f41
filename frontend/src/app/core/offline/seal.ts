import { DamagedError, randomBytes } from './lock';

/** Bytes that only their key opens. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

const AES = 'AES-GCM';
const placed = (place: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(place);

/** @param place where it will stand: what is moved elsewhere opens no more */
export async function seal(
  key: CryptoKey,
  place: string,
  content: ArrayBuffer | Uint8Array<ArrayBuffer>,
): Promise<Sealed> {
  const iv = randomBytes(12);
  const by = { name: AES, iv, additionalData: placed(place) };
  return { iv, data: await crypto.subtle.encrypt(by, key, content) };
}

/** @throws DamagedError where it is not what was sealed for this place */
export async function unseal(
  key: CryptoKey,
  place: string,
  { iv, data }: Sealed,
): Promise<ArrayBuffer> {
  try {
    const by = { name: AES, iv, additionalData: placed(place) };
    return await crypto.subtle.decrypt(by, key, data);
  } catch {
    throw new DamagedError();
  }
}
