import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { LimitName } from '../../config/limit-table';

export const LIMIT = 'liangxing:limit';

/** What a route declares: its limit, or why it needs none. */
export type Limited = { readonly name: LimitName } | { readonly unlimitedBecause: string };

/**
 * The route counts against this limit before its body is looked at. `@Allow` and `@Public` bring the guard, which runs
 * when it is known who asks.
 */
export function Limit(name: LimitName): MethodDecorator {
  return applyDecorators(
    SetMetadata(LIMIT, { name } satisfies Limited),
    ApiExtension('x-limit', name),
  );
}

/** A public route that may be called as often as anybody likes. */
export function Unlimited(because: string): MethodDecorator {
  return SetMetadata(LIMIT, { unlimitedBecause: because } satisfies Limited);
}
