import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { ProblemError } from '../problems/problem-error';
import type { Identity } from './identity';

/** The request carries a running session; `request.user` is its identity. */
@Injectable()
export class SessionGuard extends AuthGuard('session-cookie') {
  override handleRequest<T = Identity>(error: unknown, identity: T | false): T {
    if (error) throw error;
    if (!identity) throw new ProblemError('not_signed_in');
    return identity;
  }

  override canActivate(execution: ExecutionContext): Promise<boolean> {
    return super.canActivate(execution) as Promise<boolean>;
  }
}
