import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { SaveState } from '../../../core/drafts/save-state';
import { ProblemNotice } from '../../../core/errors/problem-notice';
import { CurrentOrganization } from '../../../core/session/current-organization';
import { nextMark, type ShownRow } from './duties';
import { DutiesStore, DutyQueue } from './duties-store';

/** 职能分配表: which department leads and takes part in which sub-system, as the dossier prints it. */
@Component({
  selector: 'lx-duties-page',
  imports: [ProblemNotice, RouterLink, SaveState, TranslocoDirective],
  providers: [DutyQueue, DutiesStore],
  templateUrl: './duties.page.html',
  styleUrl: './duties.page.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DutiesPage {
  private readonly organization = inject(CurrentOrganization);
  protected readonly store = inject(DutiesStore);
  protected readonly canWrite = computed(() => this.organization.can('profile:write'));

  constructor() {
    effect(() => {
      if (this.organization.id()) untracked(() => void this.store.load());
    });
  }

  protected turn(
    { code }: ShownRow,
    { department, derived, mark }: ShownRow['cells'][number],
  ): void {
    this.store.set({ code, department, mark: nextMark(mark) }, derived);
  }

  /** Names the mark to readers who do not see the sign. */
  protected markKey(mark: string): string {
    return mark === '▲' ? 'leads' : mark === '△' ? 'takesPart' : 'blank';
  }
}
