import { buffer } from 'node:stream/consumers';
import type { Storage } from '../../../kernel';

/** The bytes of a stored file that is known to be small enough. @throws ObjectMissingError */
export async function readBytes(storage: Storage, key: string): Promise<Uint8Array> {
  return new Uint8Array(await buffer(await storage.read(key)));
}
