import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import {
  isAccountPermission,
  isOpenedByToken,
  isOrganizationPermission,
  isPermitted,
  isPlatformPermission,
  type ErrorCode,
  type OrganizationPermission,
  type Permission,
  type PlatformPermission,
} from '@liangxing/contracts';
import type { Response } from 'express';
import type { EntryPurpose } from '../database/entering';
import { correlationIdOf, type KernelRequest } from '../http/request-facts';
import { notFound, ProblemError } from '../problems/problem-error';
import { permissionOf } from './access';
import type { Identity } from './identity';
import type { RequestContext } from './request-context';

/** What is said to whom no setting names for it. */
const REFUSED = {
  'catalogue:maintain': 'not_catalogue_maintainer',
  'organizations:approve': 'not_platform_administrator',
  'platform:audit': 'not_platform_administrator',
} as const satisfies Record<PlatformPermission, ErrorCode>;

/** Fills the request's context; a stranger's organization is not found, a member without the right is refused. */
@Injectable()
export class PermissionGuard implements CanActivate {
  canActivate(execution: ExecutionContext): boolean {
    const http = execution.switchToHttp();
    const request = http.getRequest<Omit<KernelRequest, 'user'> & { user: Identity }>();
    let signal: AbortSignal | undefined;
    const { user: identity } = request;
    const permission = permissionOf(execution);
    let place: Place = {
      organizationId: '',
      actingId: '',
      kind: 'enterprise',
      role: 'viewer',
      grant: null,
    };
    if (identity.accessToken !== null && !isOrganizationPermission(permission))
      throw new ProblemError('access_token_scope');
    if (isPlatformPermission(permission)) {
      if (!identity.platform.has(permission)) throw new ProblemError(REFUSED[permission]);
    } else if (!isAccountPermission(permission)) {
      place = placeOf(identity, String(request.params['organizationId']).toLowerCase(), permission);
    }
    request.context = {
      userId: identity.userId,
      sessionId: identity.sessionId,
      userName: identity.userName,
      language: identity.language,
      ...(identity.accessToken === null ? {} : { accessToken: identity.accessToken.name }),
      ...place,
      purpose: purposeOf(permission, request.method),
      correlationId: correlationIdOf(request as KernelRequest),
      get signal() {
        return (signal ??= goneSignal(http.getResponse<Response>()));
      },
    };
    return true;
  }
}

/** Reading is what a request only reads; whatever else an export writes down of it, as the trail. */
function purposeOf(permission: Permission, method: string): EntryPurpose {
  if (permission === 'application:read' || permission === 'application:write') return 'apply';
  return method === 'GET' || method === 'HEAD' ? 'read' : 'write';
}

type Place = Pick<RequestContext, 'organizationId' | 'actingId' | 'kind' | 'role' | 'grant'>;

/**
 * As what a person enters an organization: as a member, else by the grant that it gave to an organization of theirs; by
 * an access token, only where and as far as that opens it.
 * @throws ProblemError not_found to a stranger, forbidden to who has not this permission, access_token_scope
 */
function placeOf(
  { memberships, grants, accessToken }: Identity,
  organizationId: string,
  permission: OrganizationPermission,
): Place {
  if ((accessToken?.limitedTo ?? organizationId) !== organizationId) throw notFound();
  const member = memberships.get(organizationId);
  const granted = grants.get(organizationId);
  const place = member
    ? { ...member, organizationId, actingId: organizationId, grant: null }
    : granted && { ...granted, organizationId };
  if (!place) throw notFound();
  if (!isPermitted(place, permission)) throw new ProblemError('forbidden');
  if (accessToken !== null && !isOpenedByToken(accessToken, permission))
    throw new ProblemError('access_token_scope');
  return place;
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
