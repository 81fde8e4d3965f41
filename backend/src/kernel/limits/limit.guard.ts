import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { normalEmail } from '@liangxing/contracts';
import { Config } from '../../config/config';
import type { LimitName } from '../../config/limit-table';
import { knownDevice } from '../access/known-devices';
import type { KernelRequest } from '../http/request-facts';
import { LIMIT, type Limited } from './limit.decorator';
import { Limits, type LimitSubject } from './limits';

/**
 * Counts the request against the limit that its route declares: after the guards that say who asks, before the body is
 * checked or used. A route without a limit costs nothing here, but to programs that ask by an access token.
 */
@Injectable()
export class LimitGuard implements CanActivate {
  constructor(
    private readonly limits: Limits,
    private readonly config: Config,
  ) {}

  canActivate(execution: ExecutionContext): boolean | Promise<boolean> {
    const request = execution.switchToHttp().getRequest<KernelRequest>();
    const limited = Reflect.getMetadata(LIMIT, execution.getHandler()) as Limited | undefined;
    const names: LimitName[] = [
      ...(request.context?.accessToken === undefined ? [] : ['access_token' as const]),
      ...(limited !== undefined && 'name' in limited ? [limited.name] : []),
    ];
    return names.length === 0 || this.count(names, limitSubjectOf(request, this.config));
  }

  private async count(names: readonly LimitName[], subject: LimitSubject): Promise<true> {
    for (const name of names) await this.limits.count(name, subject);
    return true;
  }
}

/** Whom a request counts for. Nothing of the body is checked yet: only an address of a mailbox is taken from it. */
export function limitSubjectOf(
  request: KernelRequest,
  config: Pick<Config, 'csrfSecret' | 'isSecure'>,
): LimitSubject {
  const { context, ip } = request;
  const email = emailIn(request.body);
  return {
    address: ip ?? '',
    account: context?.userId ?? email,
    organization: context?.organizationId || undefined,
    recipient: email,
    device:
      email === undefined || context !== undefined
        ? undefined
        : knownDevice(request, email, config),
  };
}

function emailIn(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, 'email')) return undefined;
  const { email } = body as { email: unknown };
  return typeof email === 'string' ? (normalEmail(email) ?? undefined) : undefined;
}
