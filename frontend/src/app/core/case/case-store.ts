import { computed, inject, Injectable, signal } from '@angular/core';
import { Api } from '../api/api';
import type { CaseDetailDto } from '../api/generated/openapi';
import { type Problem, problemOf } from '../errors/problem';
import { Newest } from '../once/newest';

/** The case (评审案件) that is open, for every page of it. Provided by its frame. */
@Injectable()
export class CaseStore {
  private readonly api = inject(Api);
  private readonly newest = new Newest();
  private readonly foundSignal = signal<CaseDetailDto | null>(null);
  private readonly problemSignal = signal<Problem | null>(null);
  private readonly idSignal = signal('');

  readonly id = this.idSignal.asReadonly();
  /** Null until it is read. */
  readonly found = this.foundSignal.asReadonly();
  readonly problem = this.problemSignal.asReadonly();
  readonly state = computed(() => this.foundSignal()?.state ?? null);

  /** Another one; nothing of the one before stays. */
  async open(id: string): Promise<void> {
    this.idSignal.set(id);
    this.foundSignal.set(null);
    await this.read();
  }

  /** As it was read before, where there is no server to ask. */
  show(found: CaseDetailDto): void {
    this.idSignal.set(found.id);
    this.foundSignal.set(found);
  }

  /** As it stands now. */
  async read(): Promise<void> {
    const isNewest = this.newest.ask();
    this.problemSignal.set(null);
    try {
      const found = await this.api.get('/cases/{id}', { id: this.idSignal() });
      if (isNewest()) this.foundSignal.set(found);
    } catch (error) {
      if (isNewest()) this.problemSignal.set(problemOf(error));
    }
  }
}
