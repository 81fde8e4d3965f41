import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { DRAFT_STATES, type DraftState } from '@liangxing/contracts';
import { ProblemNotice } from '../../../core/errors/problem-notice';
import { SystemStore } from '../system-store';
import { DraftPanel } from './draft-panel';
import { DraftsStore } from './drafts-store';
import { NewDraft } from './new-draft';
import { NumberingForm } from './numbering-form';

type View = 'none' | 'new' | 'numbering';

/** 标准起草: what is missing gets written, numbered, approved and put into force here. */
@Component({
  selector: 'lx-drafts-page',
  imports: [TranslocoDirective, ProblemNotice, DraftPanel, NewDraft, NumberingForm],
  providers: [DraftsStore],
  templateUrl: './drafts.page.html',
  styleUrl: './drafts.page.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DraftsPage {
  private readonly query = inject(ActivatedRoute).snapshot.queryParamMap;
  protected readonly systems = inject(SystemStore);
  protected readonly store = inject(DraftsStore);
  protected readonly states = DRAFT_STATES;
  protected readonly state = signal<DraftState | ''>('');
  /** The tree leads here with what is to be written. */
  protected readonly asked = {
    outline: this.query.get('outline') ?? '',
    title: this.query.get('title') ?? '',
    node: this.query.get('node'),
  };
  protected readonly view = signal<View>(this.asked.title === '' ? 'none' : 'new');
  protected readonly shown = computed(() => {
    const state = this.state();
    return (this.store.drafts() ?? []).filter((draft) => state === '' || draft.state === state);
  });

  protected async show(id: string): Promise<void> {
    this.view.set('none');
    await this.store.show(id);
  }

  protected count(state: DraftState): number {
    return (this.store.drafts() ?? []).filter((draft) => draft.state === state).length;
  }
}
