import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { Config } from '../../config/config';
import { ProblemError } from '../problems/problem-error';
import { CSRF_HEADER, csrfTokenOf, isSameText, sessionTokenOf } from './cookies';
import type { Identity } from './identity';

const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses changes that another site makes in a person's name: with a session the header must carry its token;
 * without one (sign-in, registration) the browser must not say that the request comes from another site. No browser adds
 * an access token by itself, so what brings one needs nothing more.
 */
@Injectable()
export class CsrfGuard implements CanActivate {
  constructor(private readonly config: Config) {}

  canActivate(execution: ExecutionContext): boolean {
    const request = execution.switchToHttp().getRequest<Request & { user?: Identity }>();
    const { method, user } = request;
    if (safeMethods.includes(method) || user?.accessToken) return true;
    const isRefused = user === undefined ? isCrossSite(request) : !this.hasToken(request);
    if (isRefused) throw new ProblemError('csrf_missing');
    return true;
  }

  private hasToken(request: Request): boolean {
    const given = request.headers[CSRF_HEADER];
    const session = sessionTokenOf(request, this.config);
    if (typeof given !== 'string' || session === undefined) return false;
    return isSameText(given, csrfTokenOf(session, this.config.csrfSecret));
  }
}

function isCrossSite(request: Request): boolean {
  if (request.headers['sec-fetch-site'] === 'cross-site') return true;
  const { origin, host } = request.headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
