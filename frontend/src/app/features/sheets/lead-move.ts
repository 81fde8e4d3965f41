import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import { CaseStore } from '../../core/case/case-store';
import { keepForm } from '../../core/drafts/kept-form';
import { KeptNote } from '../../core/drafts/kept-note';
import { typedFrom } from '../../core/drafts/typed-from';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Busy } from '../../core/once/busy';

/** A move of the lead: the closing meeting, or the hand-over to the review. The enterprise is told. */
@Component({
  selector: 'lx-lead-move',
  imports: [KeptNote, ProblemNotice, TranslocoDirective],
  template: `
    @if (isPossible() || text() !== '') {
      <form *transloco="let t" novalidate data-testid="lead-move" (submit)="send($event)">
        <h2>{{ t('sheets.move.' + move() + '.title') }}</h2>
        <p class="muted small">{{ t('sheets.move.' + move() + '.hint') }}</p>
        <ng-content />
        <lx-problem-notice [problem]="problem()" [listFields]="true" />
        <lx-kept-note [kept]="kept" />
        @if (isUnsaved()) {
          <p class="blocks" role="alert" data-testid="lead-move-unsaved">
            {{ t('sheets.move.saveFirst') }}
          </p>
        }
        <label>
          {{ t('sheets.move.text') }}
          <textarea
            #field
            [value]="text()"
            (input)="text.set(field.value)"
            class="ant-input"
            rows="2"
            maxlength="4000"
            data-testid="lead-move-text"
          ></textarea>
        </label>
        @if (!isPossible()) {
          <p class="blocks" role="alert" data-testid="impossible">
            {{ t('letters.impossible', { state: t('letters.states.' + cases.state()) }) }}
          </p>
        }
        <div class="buttons">
          @if (isPossible()) {
            <button
              type="submit"
              class="ant-btn ant-btn-primary"
              data-testid="lead-move-send"
              [disabled]="busy.isBusy()"
            >
              <span>{{ t('sheets.move.' + move() + '.send') }}</span>
            </button>
          } @else {
            <button
              type="button"
              class="ant-btn"
              data-testid="lead-move-give-up"
              (click)="text.set('')"
            >
              <span>{{ t('actions.cancel') }}</span>
            </button>
          }
        </div>
      </form>
    }
  `,
  styleUrl: './forms.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeadMove {
  private readonly api = inject(Api);
  protected readonly cases = inject(CaseStore);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);

  readonly move = input.required<'closing-meeting' | 'hand-over'>();
  /** What must arrive first; false: it did not. */
  readonly before = input<() => Promise<boolean>>(() => Promise.resolve(true));

  /** Whether the case stands so; where it has moved on, the form stays only while it holds a text. */
  readonly isPossible = input(true);

  private readonly place = computed(() => `case:${this.cases.id()}:${this.move()}`);
  protected readonly text = typedFrom<string, string>(
    () => this.place(),
    () => '',
  );
  protected readonly kept = keepForm<string>({
    place: () => this.place(),
    typed: () => this.text() || null,
    show: (kept = '') => this.text.set(kept),
  });
  protected readonly busy = new Busy();
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isUnsaved = signal(false);

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.isPossible()) return;
    this.problem.set(null);
    this.isUnsaved.set(false);
    const move = this.move();
    try {
      await this.busy.run(async () => {
        if (!(await this.before()())) {
          this.isUnsaved.set(true);
          return;
        }
        const asked = { id: this.cases.id(), ifMatch: this.cases.found()?.version ?? 0 };
        await this.api.post(`/cases/{id}/${move}`, { ...asked, body: { text: this.text() } });
        this.kept.forget();
        this.text.set('');
        this.notices.done(this.transloco.translate(`sheets.move.${move}.done`));
        await this.cases.read();
      }, 'lead-move');
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      if (problem.status === 409) await this.cases.read();
    }
  }
}
