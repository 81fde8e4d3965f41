import { Injectable, inject, signal } from '@angular/core';
import { Api } from '../../core/api/api';
import type { OwnAccountDto } from '../../core/api/generated/openapi';
import { type Problem, problemOf } from '../../core/errors/problem';

/** How the own account is signed in to; the sections of its page share one answer. */
@Injectable()
export class AccountFacts {
  private readonly api = inject(Api);
  private readonly stored = signal<OwnAccountDto | null>(null);
  private readonly failed = signal<Problem | null>(null);

  /** Null before it is known. */
  readonly facts = this.stored.asReadonly();
  readonly problem = this.failed.asReadonly();

  async load(): Promise<void> {
    try {
      this.stored.set(await this.api.get('/api/account'));
      this.failed.set(null);
    } catch (error) {
      this.failed.set(problemOf(error));
    }
  }
}
