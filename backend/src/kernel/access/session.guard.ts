import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { isOrganizationPermission } from '@liangxing/contracts';
import type { Request } from 'express';
import { Config } from '../../config/config';
import { ProblemError } from '../problems/problem-error';
import { permissionOf } from './access';
import { sessionTokenOf } from './cookies';
import { Identities, type Identity } from './identity';

/** The request carries a running session; `request.user` is its identity. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly identities: Identities,
    private readonly config: Config,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<Request & { user?: Identity }>();
    const token = sessionTokenOf(request, this.config);
    const find = isOrganizationPermission(permissionOf(execution)) ? 'find' : 'findNow';
    const identity = token === undefined ? null : await this.identities[find](token);
    if (identity === null) throw new ProblemError('not_signed_in');
    request.user = identity;
    return true;
  }
}
