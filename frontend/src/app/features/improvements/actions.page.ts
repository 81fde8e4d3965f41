import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { NamedPerson } from '@liangxing/contracts';
import { UseTemplate } from '../../core/session/use-template';
import { DateField } from '../../core/date-field/date-field';
import { Api } from '../../core/api/api';
import { DownloadLink } from '../../core/download/download-link';
import { dayOfChina } from '../../core/i18n/day-of-china';
import { SaveState } from '../../core/drafts/save-state';
import { PersonField } from '../../core/people/person-field';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { CurrentOrganization } from '../../core/session/current-organization';
import { WhoBegins } from '../../core/session/who-begins';
import { CurrentAssessment } from '../../core/assessment/current-assessment';
import { EvidenceDrop } from '../evidence';
import { ActionEdits } from './action-edits';
import { ActionsStore } from './actions-store';
import {
  type ActionChanges,
  type ActionFilter,
  type CorrectiveAction,
  actionFilters,
  isOverdue,
  lacksForVerifying,
  passes,
} from './corrective-action';

const noneLacking = { id: '', fields: [] };

/** 整改: every corrective action with who does it until when, its effect, and who verified it. */
@Component({
  selector: 'lx-actions-page',
  imports: [
    DateField,
    DownloadLink,
    EvidenceDrop,
    PersonField,
    ProblemNotice,
    RouterLink,
    SaveState,
    TranslocoDirective,
    UseTemplate,
    WhoBegins,
  ],
  providers: [ActionEdits, ActionsStore],
  templateUrl: './actions.page.html',
  styleUrl: './actions.page.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActionsPage {
  private readonly organization = inject(CurrentOrganization);
  private readonly current = inject(CurrentAssessment);
  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);
  protected readonly store = inject(ActionsStore);

  protected readonly filters = actionFilters;
  protected readonly texts = ['finding', 'cause', 'measure', 'result'] as const;
  protected readonly filter = signal<ActionFilter>('all');
  protected readonly openId = signal('');
  protected readonly removingId = signal('');
  /** The action that was to be verified before everything of it was told, and what it lacks. */
  protected readonly lacking = signal<{ id: string; fields: readonly string[] }>(noneLacking);
  protected readonly canWrite = computed(() => this.organization.can('improvements:write'));
  protected readonly today = dayOfChina(new Date());
  protected readonly exportUrl = computed(() =>
    this.api.url('/corrective-actions/export', { assessmentId: this.current.current()?.id }),
  );
  protected readonly counts = computed(() => {
    const actions = this.store.actions() ?? [];
    return Object.fromEntries(
      actionFilters.map((filter) => [
        filter,
        actions.filter((action) => passes(action, filter, this.today)).length,
      ]),
    );
  });
  protected readonly shown = computed(() =>
    (this.store.actions() ?? []).filter((action) => passes(action, this.filter(), this.today)),
  );

  constructor() {
    effect(() => {
      this.current.chosenId();
      if (this.organization.id()) untracked(() => void this.store.load());
    });
  }

  protected isOverdue(action: CorrectiveAction): boolean {
    return isOverdue(action, this.today);
  }

  protected toggle(id: string): void {
    this.openId.update((open) => (open === id ? '' : id));
    this.removingId.set('');
  }

  protected type(action: CorrectiveAction, field: keyof ActionChanges, event: Event): void {
    const { value } = event.target as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
    const isDay = field === 'dueOn' || field === 'verifiedOn';
    const changed = isDay && value === '' ? null : value;
    if (changed !== action[field]) this.store.change(action.id, { [field]: changed });
  }

  protected own(action: CorrectiveAction, { name, userId }: NamedPerson): void {
    const owner = name.trim();
    if (owner !== action.owner || userId !== action.ownerUserId)
      this.store.change(action.id, { owner, ownerUserId: userId });
  }

  protected verify(
    action: CorrectiveAction,
    { name, userId }: NamedPerson,
    on: HTMLInputElement,
  ): void {
    // In no form that would hold back what is no day.
    if (!on.reportValidity()) return;
    const verifiedBy = name.trim();
    const fields = lacksForVerifying({ ...action, verifiedBy });
    this.lacking.set(fields.length > 0 ? { id: action.id, fields } : noneLacking);
    if (fields.length > 0) return;
    const verifier = { verifiedBy, verifiedByUserId: userId };
    const verifiedOn = on.value || this.today;
    this.store.change(action.id, { state: 'verified', ...verifier, verifiedOn });
  }

  protected lackingText(): string {
    return this.lacking()
      .fields.map((field) => this.transloco.translate(`improvements.${field}`))
      .join(this.transloco.translate('parting.names'));
  }

  protected mineText(changes: ActionChanges): string {
    return (
      toldFields(changes)
        .map((field) => changes[field])
        .filter(Boolean)
        .join(' · ') || '—'
    );
  }

  protected theirText(changes: ActionChanges, theirs: CorrectiveAction): string {
    return (
      toldFields(changes)
        .map((field) => theirs[field])
        .filter(Boolean)
        .join(' · ') || '—'
    );
  }
}

/** What people read of changes: names, without the accounts behind them. */
function toldFields(changes: ActionChanges): readonly (keyof ActionChanges)[] {
  const fields = Object.keys(changes) as (keyof ActionChanges)[];
  return fields.filter((field) => field !== 'ownerUserId' && field !== 'verifiedByUserId');
}
