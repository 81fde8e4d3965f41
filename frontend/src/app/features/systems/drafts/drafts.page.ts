import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { DRAFT_MOVES, DRAFT_STATES, type DraftState } from '@liangxing/contracts';
import { UseTemplate } from '../../../core/session/use-template';
import { DownloadLink } from '../../../core/download/download-link';
import { ProblemNotice } from '../../../core/errors/problem-notice';
import { SystemView } from '../system-view';
import type { DraftHead, StepInput } from './draft';
import { DraftBatch } from './draft-batch';
import { DraftPanel } from './draft-panel';
import { DraftsStore } from './drafts-store';
import { MissingDrafts } from './missing-drafts';
import { NewDraft } from './new-draft';
import { NumberingForm } from './numbering-form';

type View = 'none' | 'new' | 'missing' | 'numbering';

/** 标准起草: what is missing gets written, numbered, approved and put into force here. */
@Component({
  selector: 'lx-drafts-page',
  imports: [
    TranslocoDirective,
    DownloadLink,
    ProblemNotice,
    DraftBatch,
    DraftPanel,
    MissingDrafts,
    NewDraft,
    NumberingForm,
    UseTemplate,
  ],
  providers: [DraftsStore],
  templateUrl: './drafts.page.html',
  styleUrl: './drafts.page.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DraftsPage {
  private readonly query = inject(ActivatedRoute).snapshot.queryParamMap;
  protected readonly opened = inject(SystemView);
  protected readonly store = inject(DraftsStore);
  protected readonly states = DRAFT_STATES;
  protected readonly state = signal<DraftState | ''>('');
  /** The tree leads here with what is to be written. */
  protected readonly asked = {
    outline: this.query.get('outline') ?? '',
    title: this.query.get('title') ?? '',
    node: this.query.get('node'),
  };
  protected readonly view = signal<View>(this.firstView());
  protected readonly shown = computed(() => {
    const state = this.state();
    return (this.store.drafts() ?? []).filter((draft) => state === '' || draft.state === state);
  });

  private firstView(): View {
    if (this.asked.title !== '') return 'new';
    return this.query.get('view') === 'missing' ? 'missing' : 'none';
  }

  /** Several of those that are shown. */
  private readonly ticked = signal<ReadonlySet<string>>(new Set());
  protected readonly chosen = computed(() =>
    this.shown().filter(({ id }) => this.ticked().has(id)),
  );
  /** What the numbering rule was asked for by; saved, it is gone on with. */
  private readonly before = signal<View>('none');
  /** What was chosen stays while the rule is set. */
  protected readonly isMissingOpen = computed(() =>
    [this.view(), this.before()].includes('missing'),
  );

  protected askRule(from: View): void {
    this.before.set(from);
    this.view.set('numbering');
  }

  protected leaveRule(): void {
    this.view.set(this.before());
    this.before.set('none');
  }

  protected tick(drafts: readonly DraftHead[], isTicked: boolean): void {
    const ids = drafts.map(({ id }) => id);
    this.ticked.update((before) =>
      isTicked
        ? new Set([...before, ...ids])
        : new Set([...before].filter((id) => !ids.includes(id))),
    );
  }

  protected isTicked({ id }: DraftHead): boolean {
    return this.ticked().has(id);
  }

  /** Those that were chosen stay chosen, and are shown where they have come to. */
  protected async move(step: StepInput): Promise<void> {
    if (await this.store.moveSeveral(this.chosen(), step))
      this.state.set(DRAFT_MOVES[step.move].to);
  }

  /** What was started together is shown alone, ready for the next step. */
  protected showStarted(): void {
    this.view.set('none');
    this.state.set('draft');
  }

  protected async show(id: string): Promise<void> {
    this.view.set('none');
    await this.store.show(id);
  }

  protected count(state: DraftState): number {
    return (this.store.drafts() ?? []).filter((draft) => draft.state === state).length;
  }
}
