import { Injectable, computed, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { colourOf } from './colour-of';
import { CurrentOrganization } from './current-organization';

/** The client for whom somebody acts, as every screen and every dialog names it; null in the own organization. */
@Injectable({ providedIn: 'root' })
export class ActingFor {
  private readonly organization = inject(CurrentOrganization);
  private readonly transloco = inject(TranslocoService);

  readonly client = computed(() => {
    const entry = this.organization.entry();
    if (!entry) return null;
    const { organizationName: name, actingName: acting } = entry;
    return {
      words: this.transloco.translate<string>('acting.named', { name, acting }),
      colour: colourOf(entry.organizationId),
    };
  });
}
