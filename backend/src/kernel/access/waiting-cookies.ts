import { parseCookie, stringifySetCookie } from 'cookie';
import type { Response } from 'express';
import type { IncomingMessage } from 'node:http';
import type { Config } from '../../config/config';
import { hostCookie } from './cookies';

type Transport = Pick<Config, 'isSecure'>;

/** A cookie that names something that waits in this browser, for minutes; it opens nothing by itself. */
class WaitingCookie {
  /** @param sameSite `lax` where the browser comes back with it from another site */
  constructor(
    private readonly name: string,
    private readonly sameSite: 'strict' | 'lax',
  ) {}

  of(request: IncomingMessage, config: Transport): string | undefined {
    const header = request.headers.cookie;
    return header === undefined ? undefined : parseCookie(header)[hostCookie(this.name, config)];
  }

  /** @param seconds how long it waits; 0 takes the cookie away */
  set(response: Response, token: string, seconds: number, config: Transport): void {
    response.append(
      'Set-Cookie',
      stringifySetCookie({
        name: hostCookie(this.name, config),
        value: token,
        path: '/',
        sameSite: this.sameSite,
        secure: config.isSecure,
        httpOnly: true,
        maxAge: seconds,
      }),
    );
  }
}

/** The sign-in whose password was right in this browser and that waits for the second factor. */
export const secondStepCookie = new WaitingCookie('lx_second_step', 'strict');

/** The browser in which somebody is about to sign in by a passkey; each of its pages has a challenge of its own. */
export const passkeyCookie = new WaitingCookie('lx_passkey', 'strict');

/** The sign-in of this browser that is under way at the provider, or waits for the account to be proved. */
export const signOnCookie = new WaitingCookie('lx_sign_on', 'lax');
