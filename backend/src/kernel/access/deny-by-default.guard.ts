import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ProblemError } from '../problems/problem-error';
import { accessOf } from './access';

/** Global: a handler that declares neither `@Allow(…)` nor `@Public()` answers nobody. */
@Injectable()
export class DenyByDefaultGuard implements CanActivate {
  canActivate(execution: ExecutionContext): boolean {
    if (accessOf(execution) !== undefined) return true;
    throw new ProblemError('forbidden');
  }
}
