import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import { CaseStore } from '../../core/case/case-store';
import { Confirm } from '../../core/dialog/confirm';
import { keepForm } from '../../core/drafts/kept-form';
import { KeptNote } from '../../core/drafts/kept-note';
import { typedFrom } from '../../core/drafts/typed-from';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Busy } from '../../core/once/busy';
import { PlanStore } from './plan-store';

/** A step by which the plan goes to the enterprise or comes back, and what the enterprise is told with it. */
@Component({
  selector: 'lx-plan-move',
  imports: [KeptNote, ProblemNotice, TranslocoDirective],
  template: `
    @if (isPossible() || text() !== '') {
      <form
        *transloco="let t"
        novalidate
        [attr.data-testid]="'form-' + move()"
        (submit)="send($event)"
      >
        <h3>{{ t('plans.moves.' + move() + '.title') }}</h3>
        <p class="muted small">{{ t('plans.moves.' + move() + '.hint') }}</p>
        <lx-problem-notice [problem]="problem()" [listFields]="true" [nameOf]="nameOf" />
        <lx-kept-note [kept]="kept" />
        @if (isUnsaved()) {
          <p class="blocks" role="alert">{{ t('plans.saveFirst') }}</p>
        }
        <label>
          {{ t('plans.text') }}
          <textarea
            #field
            [value]="text()"
            (input)="text.set(field.value)"
            class="ant-input"
            rows="2"
            maxlength="4000"
            [attr.data-testid]="'text-' + move()"
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
              class="ant-btn"
              [class.ant-btn-primary]="move() === 'send_plan'"
              [attr.data-testid]="move()"
              [disabled]="busy.isBusy()"
            >
              <span>{{ t('plans.moves.' + move() + '.do') }}</span>
            </button>
          } @else {
            <button type="button" class="ant-btn" (click)="text.set('')">
              <span>{{ t('actions.cancel') }}</span>
            </button>
          }
        </div>
      </form>
    }
  `,
  styleUrl: './plans.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanMove {
  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  protected readonly cases = inject(CaseStore);
  private readonly store = inject(PlanStore);

  readonly move = input.required<'send_plan' | 'redraw_plan'>();
  readonly moved = output();

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
    try {
      await this.busy.run(async () => {
        const [move, text] = [this.move(), this.text()];
        if (!(await this.isSure())) return;
        if (move === 'send_plan' && !(await this.store.saveAll())) {
          this.isUnsaved.set(true);
          return;
        }
        const found = this.cases.found();
        if (found === null) return;
        const { id, version: ifMatch } = found;
        if (move === 'send_plan') {
          const body = { text, planVersion: this.store.version() };
          await this.api.post('/cases/{id}/plan/sending', { id, ifMatch, body });
        } else await this.api.post('/cases/{id}/plan/redrawing', { id, ifMatch, body: { text } });
        this.kept.forget();
        this.text.set('');
        this.notices.done(this.transloco.translate(`plans.moves.${move}.done`));
        this.moved.emit();
      }, this.move());
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      // Read again, so that the next try is upon what is there now.
      if (problem.status === 409) this.moved.emit();
    }
  }

  /** A plan that the enterprise has confirmed is not taken back by one click. */
  private async isSure(): Promise<boolean> {
    if (this.move() !== 'redraw_plan' || this.cases.state() !== 'planned') return true;
    const say = (key: string): string => this.transloco.translate(`plans.${key}`);
    return this.confirm.isSure({
      ...{ title: say('redrawSure.title'), text: say('redrawSure.text') },
      sure: say('moves.redraw_plan.do'),
    });
  }

  /** `agenda.2.day` → 日程第 3 行 日期：. */
  protected readonly nameOf = (path: string): string => {
    const [first = '', at, field] = path.split('.');
    const say = (key: string, values = {}): string => this.transloco.translate(key, values);
    const word = FIELDS[path] ?? LINE_FIELDS[field ?? ''] ?? `letters.plan.${field ?? first}`;
    const line = at === undefined ? '' : `${say('plans.line', { number: Number(at) + 1 })} `;
    return say('plans.named', { name: `${line}${say(word)}` });
  };
}

/** Words of fields that are called otherwise than in the plan as it is read. */
const FIELDS: Readonly<Record<string, string>> = { from: 'plans.from', to: 'plans.to' };
const LINE_FIELDS: Readonly<Record<string, string>> = { from: 'plans.begins', to: 'plans.ends' };
