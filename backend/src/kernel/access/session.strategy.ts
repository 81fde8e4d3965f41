import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport';
import type { Request } from 'express';
import { sessionTokenOf } from './cookies';
import { Identities, type Identity } from './identity';

/** Passport strategy: who holds the session cookie. */
class SessionCookieStrategy extends Strategy {
  override name = 'session-cookie';

  constructor(private readonly verify: (token: string, done: Verified) => void) {
    super();
  }

  override authenticate(request: Request): void {
    const token = sessionTokenOf(request);
    if (token === undefined) {
      this.fail(401);
      return;
    }
    this.verify(token, (error, identity) => {
      if (error) this.error(error);
      else if (identity) this.success(identity);
      else this.fail(401);
    });
  }
}

type Verified = (error: unknown, identity?: Identity | null) => void;

@Injectable()
export class SessionStrategy extends PassportStrategy(SessionCookieStrategy) {
  constructor(private readonly identities: Identities) {
    super();
  }

  async validate(token: string): Promise<Identity | null> {
    return this.identities.find(token);
  }
}
