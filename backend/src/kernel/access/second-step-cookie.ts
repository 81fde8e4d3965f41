import { parseCookie, stringifySetCookie } from 'cookie';
import type { Response } from 'express';
import type { IncomingMessage } from 'node:http';
import type { Config } from '../../config/config';
import { hostCookie } from './cookies';

const SECOND_STEP_COOKIE = 'lx_second_step';

type Transport = Pick<Config, 'isSecure'>;

/** Names the sign-in whose password was right in this browser and that waits for the second factor. */
export function secondStepTokenOf(request: IncomingMessage, config: Transport): string | undefined {
  const header = request.headers.cookie;
  return header === undefined
    ? undefined
    : parseCookie(header)[hostCookie(SECOND_STEP_COOKIE, config)];
}

/** @param seconds how long it waits; 0 takes the cookie away */
export function setSecondStepCookie(
  response: Response,
  token: string,
  seconds: number,
  config: Transport,
): void {
  response.append(
    'Set-Cookie',
    stringifySetCookie({
      name: hostCookie(SECOND_STEP_COOKIE, config),
      value: token,
      path: '/',
      sameSite: 'strict',
      secure: config.isSecure,
      httpOnly: true,
      maxAge: seconds,
    }),
  );
}
