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

  readonly current = this.value.asReadonly();

  /** Asks the server again; call it after a change that moves the journey. */
  async refresh(): Promise<void> {
    const id = this.organization.id();
    if (id !== this.shownFor) this.value.set(null);
    this.shownFor = id;
    const progress = await this.api.get('/system-progress');
    if (this.shownFor === id) this.value.set(progress);
  }
}
