import type { ExecutionContext } from '@nestjs/common';
import type { Permission } from '@liangxing/contracts';

/** What a route declares: that anyone may call it, or the permission that it needs. */
export type Access = Permission | 'public';

/** Under which metadata of its handler. */
export const ACCESS = 'liangxing:access';

type Asked = Pick<ExecutionContext, 'getHandler'>;

/** Undefined where a route forgot to declare it. */
export function accessOf(execution: Asked): Access | undefined {
  return Reflect.getMetadata(ACCESS, execution.getHandler()) as Access | undefined;
}

/** For the guards of `@Allow`. */
export function permissionOf(execution: Asked): Permission {
  const access = accessOf(execution);
  if (access === undefined || access === 'public')
    throw new Error('the guard stands on a route without a permission');
  return access;
}
