import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { isOrganizationPermission } from '@liangxing/contracts';
import type { Request } from 'express';
import { Config } from '../../config/config';
import { ProblemError } from '../problems/problem-error';
import { permissionOf } from './access';
import { bearerOf, isAccessToken } from './access-tokens';
import { sessionTokenOf } from './cookies';
import { Identities, type Identity } from './identity';

/**
 * The request carries a running session or an access token; `request.user` is its identity. Where it brings both, the
 * token alone decides: no browser adds one by itself.
 */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly identities: Identities,
    private readonly config: Config,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<Request & { user?: Identity }>();
    const bearer = bearerOf(request);
    const token = bearer ?? sessionTokenOf(request, this.config);
    const isKnowable = token !== undefined && (bearer === undefined || isAccessToken(bearer));
    const find = isOrganizationPermission(permissionOf(execution)) ? 'find' : 'findNow';
    const identity = isKnowable ? await this.identities[find](token, request.ip) : null;
    if (identity === null)
      throw new ProblemError(bearer === undefined ? 'not_signed_in' : 'access_token_invalid');
    request.user = identity;
    return true;
  }
}
