import { generateSecret, generateURI, verifySync } from 'otplib';

/** RFC 6238 as every authenticator app has it: SHA-1, six digits, 30 seconds. */
const SECONDS = 30;

/** 160 random bits, in base32. */
export function newSecret(): string {
  return generateSecret();
}

/** `otpauth://totp/…`: what an authenticator app reads from the QR code. */
export function addressOf(secret: string, email: string): string {
  return generateURI({ issuer: 'Liangxing', label: email, secret });
}

/**
 * Which step of 30 seconds a code belongs to: the present one, or one before or after it, as clocks differ.
 * @param code six digits
 * @param after steps up to this one do not count: a code is taken once
 * @param now seconds since 1970
 * @returns null: no code of these steps
 */
export function stepOfCode(
  secret: string,
  code: string,
  { after, now }: { readonly after: number; readonly now: number },
): number | null {
  if (!/^[0-9]{6}$/.test(code)) return null;
  // Beyond the window the library takes it for a mistake of the caller: a clock that was set back.
  if (after > Math.floor(now / SECONDS) + 1) return null;
  const found = verifySync({
    secret,
    token: code,
    epoch: now,
    epochTolerance: SECONDS,
    afterTimeStep: after,
  });
  return found.valid && 'timeStep' in found ? found.timeStep : null;
}
