import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { bodyMovesFrom, type BodyMove, type OrganizationPermission } from '@liangxing/contracts';
import { CaseStore } from '../../core/case/case-store';
import { Notices } from '../../core/errors/notices';
import { CurrentOrganization } from '../../core/session/current-organization';

/** Key of the words for why somebody cannot do what could be done; empty: nothing keeps from it. */
export const hindranceWords = (why: string | null): string =>
  why === null ? '' : `certificates.hindrances.${why}`;

/** What the parts of a conclusion share: who may do what now, upon which version, and what follows. */
@Injectable()
export class ConclusionMoves {
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly organization = inject(CurrentOrganization);
  private readonly cases = inject(CaseStore);

  /** Whether the case stands so, and the person has the permission. */
  can(move: BodyMove, permission: OrganizationPermission): boolean {
    const state = this.cases.state();
    return (
      state !== null && bodyMovesFrom(state).includes(move) && this.organization.can(permission)
    );
  }

  /** Which case, and the version that is seen. */
  seen(): { readonly id: string; readonly ifMatch: number } {
    return { id: this.cases.id(), ifMatch: this.cases.found()?.version ?? 0 };
  }

  async done(): Promise<void> {
    this.notices.done(this.transloco.translate('certificates.done'));
    await this.cases.read();
  }
}
