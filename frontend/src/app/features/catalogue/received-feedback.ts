import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { TimePipe } from '../../core/i18n/time.pipe';
import { Api } from '../../core/api/api';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { type CatalogueFeedback, type FeedbackState, feedbackChip } from './maintenance';

/** What readers report about the catalogue: the maintainers accept or decline it, and say why. */
@Component({
  selector: 'lx-received-feedback',
  imports: [TimePipe, ProblemNotice, TranslocoDirective],
  templateUrl: './received-feedback.html',
  styleUrl: './received-feedback.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReceivedFeedback {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);

  protected readonly chip = feedbackChip;
  protected readonly list = signal<readonly CatalogueFeedback[] | null>(null);
  protected readonly onlyOpen = signal(true);
  protected readonly problem = signal<Problem | null>(null);
  /** Failure of one answer: the id it belongs to. */
  protected readonly refused = signal<{ id: string; problem: Problem } | null>(null);
  protected readonly busyId = signal('');
  protected readonly open = computed(
    () => (this.list() ?? []).filter(({ state }) => state === 'open').length,
  );
  protected readonly rows = computed(() =>
    (this.list() ?? []).filter(({ state }) => !this.onlyOpen() || state === 'open'),
  );

  constructor() {
    void this.read();
  }

  /** What was typed stays in its field until the answer is stored. */
  protected async answer(
    { id, number }: CatalogueFeedback,
    state: FeedbackState,
    text: string,
  ): Promise<void> {
    this.busyId.set(id);
    this.refused.set(null);
    try {
      const told = await this.api.put('/api/catalogue-maintenance/feedback/{id}/answer', {
        id,
        body: { state, answer: text.trim() },
      });
      this.list.update((list) => (list ?? []).map((each) => (each.id === id ? told : each)));
      this.notices.done(this.transloco.translate('catalogue.received.answered', { number }));
    } catch (error) {
      this.refused.set({ id, problem: problemOf(error) });
    } finally {
      this.busyId.set('');
    }
  }

  private async read(): Promise<void> {
    try {
      this.list.set(await this.api.get('/api/catalogue-maintenance/feedback'));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
