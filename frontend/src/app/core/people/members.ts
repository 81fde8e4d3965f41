import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { MemberDto } from '../api/generated/openapi';
import { Api } from '../api/api';
import { CurrentOrganization } from '../session/current-organization';

export type Member = Pick<MemberDto, 'userId' | 'name' | 'email'>;

/** Who belongs to the open enterprise, to be named where a person is asked for; nobody for whoever may not see them. */
@Injectable({ providedIn: 'root' })
export class Members {
  private readonly api = inject(Api);
  private readonly organization = inject(CurrentOrganization);
  private readonly read = signal<{ id: string; list: readonly Member[] }>({ id: '', list: [] });

  readonly list = computed(() => {
    const { id, list } = this.read();
    return id === this.organization.id() ? list : [];
  });

  constructor() {
    effect(() => {
      const id = this.organization.id();
      if (id && this.organization.can('members:read')) untracked(() => void this.load(id));
    });
  }

  /** Without the list every name can still be written. */
  private async load(id: string): Promise<void> {
    const list = await this.api.get('/members').catch(() => []);
    if (this.organization.id() === id) this.read.set({ id, list });
  }
}
