import { Injectable, inject, signal } from '@angular/core';
import { Api } from '../../core/api/api';
import { CurrentOrganization } from '../../core/session/current-organization';
import type { SystemProgress } from './system';

/** How complete the primary system is and what to do next, step by step. */
@Injectable({ providedIn: 'root' })
export class SystemProgressService {
  private readonly api = inject(Api);
  private readonly organization = inject(CurrentOrganization);
  private readonly value = signal<SystemProgress | null>(null);
  private shownFor = '';
  /** Whoever asked last is heard. */
  private turn = 0;

  readonly current = this.value.asReadonly();

  /** Asks the server again; call it after a change that moves the journey. */
  async refresh(): Promise<void> {
    const id = this.organization.id();
    if (id !== this.shownFor) this.value.set(null);
    this.shownFor = id;
    const turn = (this.turn += 1);
    const progress = await this.api.get('/system-progress');
    if (turn === this.turn) this.value.set(progress);
  }

  /** What a step has told; an answer that is still on its way is older. */
  show(progress: SystemProgress | null): void {
    this.turn += 1;
    this.value.set(progress);
  }
}
