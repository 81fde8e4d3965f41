import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, which people take for other signs. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new code of 16 signs (80 random bits) in four groups: `7K2M-9Q4T-XB3D-0FHZ`. */
export function newVerificationCode(): string {
  const signs = [...randomBytes(16)].map((byte) => alphabet[byte % 32] ?? '0');
  return [0, 4, 8, 12].map((start) => signs.slice(start, start + 4).join('')).join('-');
}

/** A code as people type it in its stored form (case, blanks, O for 0, I and L for 1), or null. */
export function readVerificationCode(text: string): string | null {
  const signs = text
    .toUpperCase()
    .replace(/[\s‐-―-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{16}$/.test(signs)) return null;
  return signs.replace(/(.{4})(?=.)/g, '$1-');
}
