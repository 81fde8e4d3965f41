import { Injectable, inject } from '@angular/core';
import { LocalDrafts } from '../../core/drafts/local-drafts';
import { SessionService } from '../../core/session/session.service';
import type { ChangeOperation } from './system';

type Steps = readonly (readonly ChangeOperation[])[];

export interface Kept {
  /** Version of the system that the first of them was made upon. */
  readonly version: number;
  readonly steps: Steps;
}

/** Changes of a system that the server has not taken yet, on this machine: a reload loses none. */
@Injectable({ providedIn: 'root' })
export class KeptSteps {
  private readonly local = inject(LocalDrafts);
  private readonly session = inject(SessionService);
  /** One write after another: the last one counts. */
  private queue: Promise<void> = Promise.resolve();

  /** Where the machine keeps nothing, the changes live until the page is left, as before. */
  keep(organizationId: string, systemId: string, kept: Kept): void {
    const key = this.keyOf(organizationId, systemId);
    this.queue = this.queue
      .then(() => (kept.steps.length === 0 ? this.local.remove(key) : this.local.write(key, kept)))
      .catch(() => undefined);
  }

  async read(organizationId: string, systemId: string): Promise<Kept | undefined> {
    await this.queue;
    return this.local.read<Kept>(this.keyOf(organizationId, systemId)).catch(() => undefined);
  }

  private keyOf(organizationId: string, systemId: string): string {
    return `system:${this.session.user()?.id ?? ''}:${organizationId}:${systemId}`;
  }
}
