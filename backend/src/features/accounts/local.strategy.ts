import { Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-local';
import { validationFailed } from '../../kernel';
import { CheckCredentials } from './use-cases/check-credentials';

/** Who has just proved the password. */
export interface Authenticated {
  readonly userId: string;
}

@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(private readonly credentials: CheckCredentials) {
    super({ usernameField: 'email', session: false, passReqToCallback: true });
  }

  async validate(request: Request, email: unknown, password: unknown): Promise<Authenticated> {
    if (typeof email !== 'string' || typeof password !== 'string' || password.length > 200)
      throw validationFailed({ path: 'email', code: 'invalid' });
    return this.credentials.execute(email, password, request.ip ?? '');
  }
}

/** Sign-in by e-mail address and password. */
@Injectable()
export class LocalGuard extends AuthGuard('local') {
  override handleRequest<T = Authenticated>(error: unknown, who: T | false): T {
    if (error) throw error;
    if (!who) {
      const missing = (path: string) => ({ path, code: 'required' });
      throw validationFailed(missing('email'), missing('password'));
    }
    return who;
  }
}
