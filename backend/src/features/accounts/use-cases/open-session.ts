import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Config, PlatformDatabase, rememberDevice, setSessionCookies } from '../../../kernel';
import { browserOf } from '../browser-of';
import { placeOf } from '../place-of';
import { newToken } from '../session-tokens';
import { SessionsRepository, type SessionPlace } from '../sessions.repository';

/** What a request says of where it comes from, as it is kept with a session. */
export function sessionPlaceOf(request: Request): SessionPlace {
  return { browser: browserOf(request.headers['user-agent']), network: placeOf(request.ip) };
}

/** Signs somebody in in this browser, who has just proved to be the one. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly sessions: SessionsRepository,
    private readonly config: Config,
  ) {}

  async execute(
    request: Request,
    response: Response,
    user: { readonly id: string; readonly email: string },
  ): Promise<void> {
    const token = newToken();
    const place = sessionPlaceOf(request);
    await this.sessions.insert(this.database.manager, token, user.id, place);
    this.give(request, response, token, user.email);
  }

  /** The cookies of a session that is there already. */
  give(request: Request, response: Response, token: string, email: string): void {
    setSessionCookies(response, token, this.config);
    rememberDevice(request, response, email, this.config);
  }
}
