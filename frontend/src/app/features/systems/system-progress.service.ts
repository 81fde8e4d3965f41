import { Injectable, computed, inject, signal } from '@angular/core';
import { Api } from '../../core/api/api';
import { CurrentOrganization } from '../../core/session/current-organization';
import type { SystemProgress } from './system';

/** How complete the primary system is and what to do next, step by step. */
@Injectable({ providedIn: 'root' })
export class SystemProgressService {
  private readonly api = inject(Api);
  private readonly organization = inject(CurrentOrganization);
  private readonly known = signal<{
    readonly organizationId: string;
    readonly progress: SystemProgress;
  } | null>(null);
  /** Whoever asked last is heard. */
  private turn = 0;

  /** Of the organization that is open; null until it is known. */
  readonly current = computed(() => {
    const known = this.known();
    return known?.organizationId === this.organization.id() ? known.progress : null;
  });

  /** Asks the server again; call it after a change that moves the journey. */
  async refresh(): Promise<void> {
    const organizationId = this.organization.id();
    const turn = (this.turn += 1);
    const progress = await this.api.get('/system-progress', { organizationId });
    if (turn === this.turn) this.known.set({ organizationId, progress });
  }

  /** What a step in an organization has told; an answer that is still on its way is older. */
  show(progress: SystemProgress, organizationId: string): void {
    if (organizationId !== this.organization.id()) return;
    this.turn += 1;
    this.known.set({ organizationId, progress });
  }
}
