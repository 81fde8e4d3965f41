import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { isAccountPermission, isPermitted, type Permission, type Role } from '@liangxing/contracts';
import type { Response } from 'express';
import { correlationIdOf, type KernelRequest } from '../http/request-facts';
import { notFound, ProblemError } from '../problems/problem-error';
import type { Identity } from './identity';

/** Fills the request's context; a stranger's organization is not found, a member without the right is refused. */
@Injectable()
export class PermissionGuard implements CanActivate {
  canActivate(execution: ExecutionContext): boolean {
    const access = Reflect.getMetadata('liangxing:access', execution.getHandler()) as {
      permission: Permission;
    };
    const http = execution.switchToHttp();
    const request = http.getRequest<Omit<KernelRequest, 'user'> & { user: Identity }>();
    let signal: AbortSignal | undefined;
    const { user: identity } = request;
    const { permission } = access;
    let organizationId = '';
    let role: Role = 'viewer';
    if (!isAccountPermission(permission)) {
      organizationId = String(request.params['organizationId']).toLowerCase();
      const found = identity.roles.get(organizationId);
      if (found === undefined) throw notFound();
      role = found;
    }
    if (!isPermitted(role, permission)) throw new ProblemError('forbidden');
    request.context = {
      userId: identity.userId,
      userName: identity.userName,
      language: identity.language,
      organizationId,
      role,
      correlationId: correlationIdOf(request as KernelRequest),
      get signal() {
        return (signal ??= goneSignal(http.getResponse<Response>()));
      },
    };
    return true;
  }
}

/** Fires when the connection ends before the answer does. */
function goneSignal(response: Response): AbortSignal {
  const controller = new AbortController();
  if (response.destroyed) controller.abort(new Error('nobody waits for the answer'));
  response.once('close', () => {
    if (!response.writableFinished) controller.abort(new Error('nobody waits for the answer'));
  });
  return controller.signal;
}
