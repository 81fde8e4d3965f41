import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { crc32 } from 'node:zlib';

/*
 * `lxp_` + 43 signs of 256 random bits + 6 signs of their check sum, all of 0–9 A–Z a–z: people and scanners of secrets
 * know one by its look, and what is mistyped is known without asking anybody. No token of a session looks like it.
 */
const PREFIX = 'lxp_';
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const RANDOM_SIGNS = 43;
const CHECK_SIGNS = 6;
const shape = new RegExp(`^${PREFIX}[0-9A-Za-z]{${RANDOM_SIGNS + CHECK_SIGNS}}$`);

/** A new personal access token: 256 random bits. */
export function newAccessToken(): string {
  const random = signs(BigInt(`0x${randomBytes(32).toString('hex')}`), RANDOM_SIGNS);
  return PREFIX + random + checkOf(random);
}

/** Whether a text is an access token by its look and its check sum; not whether anybody has it. */
export function isAccessToken(text: string): boolean {
  if (!shape.test(text)) return false;
  const end = PREFIX.length + RANDOM_SIGNS;
  return checkOf(text.slice(PREFIX.length, end)) === text.slice(end);
}

/**
 * What stands behind `Authorization: Bearer`, whatever it is. Another scheme, like that of a proxy before the product,
 * is none of ours. A token is never taken from anywhere else.
 * @returns undefined where the request brings none
 */
export function bearerOf(request: IncomingMessage): string | undefined {
  const found = /^Bearer(?: +(?<token>.*))?$/i.exec(request.headers.authorization ?? '');
  return found === null ? undefined : (found.groups?.['token'] ?? '').trim();
}

function checkOf(random: string): string {
  return signs(BigInt(crc32(random)), CHECK_SIGNS);
}

function signs(value: bigint, length: number): string {
  const base = BigInt(SIGNS.length);
  let text = '';
  for (let rest = value; text.length < length; rest /= base)
    text = String(SIGNS[Number(rest % base)]) + text;
  return text;
}
