import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ProblemError } from '../problems/problem-error';

const access = 'liangxing:access';

/** Global: a handler that declares neither `@Allow(…)` nor `@Public()` answers nobody. */
@Injectable()
export class DenyByDefaultGuard implements CanActivate {
  canActivate(execution: ExecutionContext): boolean {
    if (Reflect.hasMetadata(access, execution.getHandler())) return true;
    throw new ProblemError('forbidden');
  }
}
