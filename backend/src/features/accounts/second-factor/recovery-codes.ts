import { randomInt } from 'node:crypto';
import { sha256Of } from '../../../kernel';

const COUNT = 10;
/** Without letters that are taken for digits (Crockford). 16 of them are 80 bits: too many to find by trying. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 16;

/** Ten codes like `7k3m-09xq-bb2f-zz81`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => {
    const signs = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]);
    return signs.join('').replace(/.{4}(?=.)/g, '$&-');
  });
}

/**
 * What a person typed as a code: blanks, dashes, capitals and the signs of a Chinese keyboard do not matter, nor whether
 * o is written for 0, i or l for 1.
 */
export function typedCode(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '');
  return /^[0-9]{6}$/.test(plain) ? plain : plain.replaceAll('o', '0').replaceAll(/[il]/g, '1');
}

/** What is kept of a recovery code, however it was written. */
export function hashOfRecoveryCode(code: string): Buffer {
  return Buffer.from(sha256Of(typedCode(code)), 'hex');
}
