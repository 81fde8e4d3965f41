import { HttpClient } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { CurrentOrganization } from '../../core/session/current-organization';
import type { Overview } from './overview';

/** The overview of the open enterprise: shown by the frame's journey and by 工作台. */
@Injectable({ providedIn: 'root' })
export class OverviewService {
  private readonly http = inject(HttpClient);
  private readonly organization = inject(CurrentOrganization);
  private readonly value = signal<Overview | null>(null);
  private shownFor = '';

  readonly current = this.value.asReadonly();

  /** Asks the server again; call it after a change that moves the journey. */
  async refresh(): Promise<void> {
    const id = this.organization.id();
    if (id !== this.shownFor) this.value.set(null);
    this.shownFor = id;
    const overview = await firstValueFrom(
      this.http.get<Overview>(`${this.organization.api()}/overview`),
    );
    if (this.shownFor === id) this.value.set(overview);
  }
}
