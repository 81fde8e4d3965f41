import { parseCookie, stringifySetCookie } from 'cookie';
import type { Response } from 'express';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Config } from '../../config/config';

export const SESSION_COOKIE = 'lx_session';
/** Angular's default names: the browser code reads the cookie and sends it back as a header. */
export const CSRF_COOKIE = 'XSRF-TOKEN';
export const CSRF_HEADER = 'x-xsrf-token';

type Transport = Pick<Config, 'isSecure'>;

/**
 * On https the browser itself holds a cookie of this name to this host, to `/` and to https: neither a sibling site nor
 * somebody on an unencrypted way can put one in its place.
 */
export function hostCookie(name: string, { isSecure }: Transport): string {
  return isSecure ? `__Host-${name}` : name;
}

/** 256 bits; an access token in the cookie is none. */
const sessionToken = /^[\w-]{43}$/;

/** @returns undefined where there is none, or what stands there is no token of a session */
export function sessionTokenOf(request: IncomingMessage, config: Transport): string | undefined {
  const header = request.headers.cookie;
  if (header === undefined) return undefined;
  const token = parseCookie(header)[hostCookie(SESSION_COOKIE, config)];
  return token !== undefined && sessionToken.test(token) ? token : undefined;
}

/** Bound to the session, so that a token planted by a sibling site is worth nothing. */
export function csrfTokenOf(sessionToken: string, secret: string): string {
  return createHmac('sha256', secret).update(`csrf:${sessionToken}`).digest('base64url');
}

export function isSameText(one: string, other: string): boolean {
  const left = Buffer.from(one);
  const right = Buffer.from(other);
  return left.length === right.length && timingSafeEqual(left, right);
}

export function setSessionCookies(
  response: Response,
  sessionToken: string,
  config: Pick<Config, 'csrfSecret' | 'isSecure' | 'sessionDays'>,
): void {
  const shared = {
    path: '/',
    sameSite: 'lax',
    secure: config.isSecure,
    maxAge: config.sessionDays * 86_400,
  } as const;
  const csrf = csrfTokenOf(sessionToken, config.csrfSecret);
  response.append(
    'Set-Cookie',
    stringifySetCookie({
      name: hostCookie(SESSION_COOKIE, config),
      value: sessionToken,
      ...shared,
      httpOnly: true,
    }),
  );
  response.append('Set-Cookie', stringifySetCookie({ name: CSRF_COOKIE, value: csrf, ...shared }));
}

export function clearSessionCookies(response: Response, config: Pick<Config, 'isSecure'>): void {
  const gone = {
    value: '',
    path: '/',
    sameSite: 'lax',
    secure: config.isSecure,
    maxAge: 0,
  } as const;
  response.append(
    'Set-Cookie',
    stringifySetCookie({ name: hostCookie(SESSION_COOKIE, config), ...gone, httpOnly: true }),
  );
  response.append('Set-Cookie', stringifySetCookie({ name: CSRF_COOKIE, ...gone }));
}
