import { Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-local';
import { Config, Limits, limitSubjectOf, ProblemError, validationFailed } from '../../kernel';
import { CheckCredentials } from './use-cases/check-credentials';
import type { User } from './users.repository';

@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(
    private readonly credentials: CheckCredentials,
    private readonly limits: Limits,
    private readonly config: Config,
  ) {
    super({ usernameField: 'email', session: false, passReqToCallback: true });
  }

  async validate(request: Request, email: unknown, password: unknown): Promise<User> {
    // Passport also takes them from the address, where no limit counts them and every log would show them.
    const body = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    if (body['email'] !== email || body['password'] !== password) throw missingCredentials();
    if (typeof email !== 'string' || typeof password !== 'string' || password.length > 200)
      throw validationFailed({ path: 'email', code: 'invalid' });
    const user = await this.credentials.execute(email, password);
    await this.limits.giveBack('sign_in', limitSubjectOf(request, this.config));
    return user;
  }
}

/** Sign-in by e-mail address and password. */
@Injectable()
export class LocalGuard extends AuthGuard('local') {
  override handleRequest<T = User>(error: unknown, who: T | false): T {
    if (error) throw error;
    if (!who) throw missingCredentials();
    return who;
  }
}

function missingCredentials(): ProblemError {
  const missing = (path: string) => ({ path, code: 'required' });
  return validationFailed(missing('email'), missing('password'));
}
