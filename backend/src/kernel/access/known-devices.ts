import { parseCookie, stringifySetCookie } from 'cookie';
import type { Response } from 'express';
import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Config } from '../../config/config';
import { hostCookie, isSameText } from './cookies';

const DEVICE_COOKIE = 'lx_device';
/** As long as browsers keep a cookie at most. */
const keepDays = 400;
/** Colleagues who share a computer; the one who signed in longest ago goes first. */
const mostAccounts = 8;
const shape = /^[\w-]{22}(\.[\w-]{22}){1,8}$/;

type Settings = Pick<Config, 'csrfSecret' | 'isSecure'>;

/**
 * A browser in which an account was signed in before. Its cookie opens nothing: it only gives its guesses a budget of
 * their own, so that a stranger's guesses do not keep the owner out.
 * @returns the browser's id for this account, undefined where it is not known
 */
export function knownDevice(
  request: IncomingMessage,
  email: string,
  config: Settings,
): string | undefined {
  const [id, ...marks] = partsOf(request, config);
  if (id === undefined) return undefined;
  const mark = markOf(id, email, config);
  return marks.some((known) => isSameText(known, mark)) ? `${id} ${email}` : undefined;
}

/** Somebody has just proved that the account is theirs, in this browser. */
export function rememberDevice(
  request: IncomingMessage,
  response: Response,
  email: string,
  config: Settings,
): void {
  const [id = randomBytes(16).toString('base64url'), ...marks] = partsOf(request, config);
  const mark = markOf(id, email, config);
  const kept = [mark, ...marks.filter((known) => known !== mark)].slice(0, mostAccounts);
  response.append(
    'Set-Cookie',
    stringifySetCookie({
      name: hostCookie(DEVICE_COOKIE, config),
      value: [id, ...kept].join('.'),
      path: '/',
      sameSite: 'lax',
      secure: config.isSecure,
      httpOnly: true,
      maxAge: keepDays * 86_400,
    }),
  );
}

function partsOf(request: IncomingMessage, config: Settings): string[] {
  const header = request.headers.cookie;
  const value =
    header === undefined ? undefined : parseCookie(header)[hostCookie(DEVICE_COOKIE, config)];
  return value !== undefined && shape.test(value) ? value.split('.') : [];
}

/** Signed for the browser and the account together; another account or another id makes it worthless. */
function markOf(id: string, email: string, { csrfSecret }: Settings): string {
  const signature = createHmac('sha256', csrfSecret).update(`device:${id}:${email}`).digest();
  return signature.subarray(0, 16).toString('base64url');
}
