import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { KernelRequest } from '../http/request-facts';
import type { RequestContext } from './request-context';

/** Handler parameter: the request's context, filled by the guards of `@Allow`. */
export const Context = createParamDecorator((_: unknown, execution: ExecutionContext) => {
  const { context } = execution.switchToHttp().getRequest<KernelRequest>();
  if (context === undefined) throw new Error('a public route has no context');
  return context satisfies RequestContext;
});
