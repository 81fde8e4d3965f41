import { applyDecorators, SetMetadata, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiExtension, ApiParam } from '@nestjs/swagger';
import { isOrganizationPermission, isReachedByTokens, type Permission } from '@liangxing/contracts';
import { JsonBodyGuard } from '../http/json-body.guard';
import { LimitGuard } from '../limits/limit.guard';
import { ACCESS, type Access } from './access';
import { CsrfGuard } from './csrf.guard';
import { PermissionGuard } from './permission.guard';
import { SessionGuard } from './session.guard';

/**
 * The route needs this permission. Sets the guards in their order (session, CSRF, membership and permission;
 * only then is the body read, and the request counted) and writes the permission into the API description.
 */
export function Allow(permission: Permission): MethodDecorator {
  return applyDecorators(
    SetMetadata(ACCESS, permission satisfies Access),
    UseGuards(SessionGuard, CsrfGuard, PermissionGuard, JsonBodyGuard, LimitGuard),
    ApiCookieAuth('session'),
    ...(isReachedByTokens(permission) ? [ApiBearerAuth('accessToken')] : []),
    ApiExtension('x-permission', permission),
    ...(isOrganizationPermission(permission)
      ? [ApiParam({ name: 'organizationId', schema: { type: 'string', format: 'uuid' } })]
      : []),
  );
}

/** Anyone may call this route. Unsafe methods still refuse requests that another site makes. */
export function Public(): MethodDecorator {
  return applyDecorators(
    SetMetadata(ACCESS, 'public' satisfies Access),
    UseGuards(CsrfGuard, JsonBodyGuard, LimitGuard),
    ApiExtension('x-permission', 'public'),
  );
}
