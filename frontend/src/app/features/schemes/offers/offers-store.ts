import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { Api } from '../../../core/api/api';
import type { SchemeOfferDto } from '../../../core/api/generated/openapi';
import { Notices } from '../../../core/errors/notices';
import { Busy } from '../../../core/once/busy';
import { CurrentOrganization } from '../../../core/session/current-organization';

/** Which of its own scoring tables a body lets enterprises see. */
@Injectable()
export class OffersStore {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly organization = inject(CurrentOrganization);
  private readonly offers = signal<readonly SchemeOfferDto[]>([]);

  readonly busy = new Busy();
  readonly canOffer = computed(() => this.organization.can('body:write'));
  /** The version that is offered, by scheme. */
  readonly offered = computed<ReadonlyMap<string, string>>(
    () => new Map(this.offers().map(({ schemeId, version }) => [schemeId, version])),
  );

  constructor() {
    effect(() => {
      this.organization.id();
      this.offers.set([]);
      if (this.organization.can('body:read'))
        untracked(() => void this.keep(() => this.api.get('/scheme-offers')));
    });
  }

  offer(schemeId: string, version: string): void {
    this.run(() => this.api.put('/scheme-offers/{schemeId}', { schemeId, body: { version } }));
  }

  takeBack(schemeId: string): void {
    this.run(() => this.api.delete('/scheme-offers/{schemeId}', { schemeId }));
  }

  private run(ask: () => Promise<readonly SchemeOfferDto[]>): void {
    void this.busy.run(() => this.keep(ask), 'offer');
  }

  private async keep(ask: () => Promise<readonly SchemeOfferDto[]>): Promise<void> {
    const asked = this.organization.id();
    try {
      const offers = await ask();
      if (asked === this.organization.id()) this.offers.set(offers);
    } catch (error) {
      this.notices.failed(error);
    }
  }
}
