import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits; only the hash is stored, so a copy of the table opens no session. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
