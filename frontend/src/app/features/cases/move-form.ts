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
import { deskVerbsFrom, type DeskVerb, OPEN_CASE_STATES } from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import type { CaseDetailDto } from '../../core/api/generated/openapi';
import { DateField } from '../../core/date-field/date-field';
import { Confirm } from '../../core/dialog/confirm';
import { keepForm } from '../../core/drafts/kept-form';
import { KeptNote } from '../../core/drafts/kept-note';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { FocusFirst } from '../../core/focus/focus-first';
import { Busy } from '../../core/once/busy';
import { EMPTY_ROW, filledRows, type TitledRow, TitledRows } from './titled-rows';

/** What a registrar can begin at a case: a move, or a question. */
export type CaseStep = DeskVerb | 'ask';

type Lack = 'missingFirst' | 'fillTitles' | 'questionFirst' | 'reasonFirst';

interface TypedMove {
  readonly text: string;
  readonly due: string;
  readonly missing: readonly TitledRow[];
}

const NOTHING: TypedMove = { text: '', due: '', missing: [EMPTY_ROW] };

/** A step of a registrar, and what the enterprise is told of it; another step is another form. */
@Component({
  selector: 'lx-move-form',
  imports: [DateField, FocusFirst, KeptNote, ProblemNotice, TitledRows, TranslocoDirective],
  template: `
    <form *transloco="let t" novalidate data-testid="move-form" (submit)="send($event)">
      <h2>{{ t(title()) }}</h2>
      <lx-problem-notice [problem]="problem()" [listFields]="true" />
      <lx-kept-note [kept]="kept" />
      @if (step() === 'request_correction') {
        <fieldset>
          <legend>{{ t('cases.missing') }}</legend>
          <lx-titled-rows
            [(rows)]="missing"
            [words]="words()"
            [suggested]="suggested()"
            [isFirst]="true"
          />
        </fieldset>
      }
      <label>
        {{ t(step() === 'ask' ? 'cases.question' : 'cases.textOf.' + step()) }}
        <textarea
          #field
          class="ant-input"
          [value]="text()"
          (input)="text.set(field.value)"
          rows="3"
          maxlength="4000"
          data-testid="move-text"
          [lxFocusFirst]="step() !== 'request_correction'"
          [focusBack]="'step-' + step()"
        ></textarea>
      </label>
      @if (step() === 'ask' || step() === 'request_correction') {
        <label>
          {{ t('cases.due') }}
          <input
            lxDate
            class="ant-input"
            data-testid="move-due"
            [value]="due()"
            (change)="dueTyped($event)"
          />
        </label>
      }
      @if (lacks(); as what) {
        <p class="blocks" role="alert" data-testid="move-lacks">{{ t('cases.' + what) }}</p>
      }
      @if (!isPossible()) {
        <p class="blocks" lxFocusFirst tabindex="-1" data-testid="move-impossible">
          {{
            t('cases.impossible', { state: t('letters.states.' + found().state), step: t(title()) })
          }}
        </p>
      }
      <div class="buttons">
        @if (isPossible()) {
          <button
            type="submit"
            class="ant-btn ant-btn-primary"
            data-testid="move-send"
            [disabled]="busy.isBusy()"
          >
            <span>{{ t('cases.send') }}</span>
          </button>
        }
        <button
          type="button"
          class="ant-btn"
          data-testid="move-cancel"
          [disabled]="busy.isBusy()"
          (click)="cancel()"
        >
          <span>{{ t('actions.cancel') }}</span>
        </button>
      </div>
    </form>
  `,
  styleUrl: './cases.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MoveForm {
  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);

  readonly found = input.required<CaseDetailDto>();
  readonly step = input.required<CaseStep>();
  readonly sent = output();
  /** The case is another one by now: it is to be read again. */
  readonly moved = output();
  readonly cancelled = output();

  readonly busy = new Busy();
  protected readonly problem = signal<Problem | null>(null);
  protected readonly lacks = signal<Lack | null>(null);
  protected readonly text = signal('');
  protected readonly due = signal('');
  protected readonly suggested = signal<readonly string[]>([]);
  protected readonly missing = signal<readonly TitledRow[]>([EMPTY_ROW]);
  protected readonly kept = keepForm<TypedMove>({
    place: () => `case:${this.found().id}:${this.step()}`,
    typed: () => {
      const [text, due, missing] = [this.text(), this.due(), this.missing()];
      const isTyped = text !== '' || due !== '' || filledRows(missing).length > 0;
      return isTyped ? { text, due, missing } : null;
    },
    show: ({ text, due, missing } = NOTHING) => {
      this.text.set(text);
      this.due.set(due);
      this.missing.set(missing);
    },
  });
  /** Key of its words. */
  protected readonly title = computed(() =>
    this.step() === 'ask' ? 'cases.ask' : `cases.move.${this.step()}`,
  );
  /** The case may have moved on since the form was opened. */
  protected readonly isPossible = computed(() => {
    const { state } = this.found();
    const verbs: readonly CaseStep[] = deskVerbsFrom(state);
    return this.step() === 'ask' ? OPEN_CASE_STATES.includes(state) : verbs.includes(this.step());
  });
  protected readonly words = computed(() => ({
    title: this.transloco.translate('cases.part'),
    note: this.transloco.translate('cases.note'),
    add: this.transloco.translate('cases.addPart'),
    remove: this.transloco.translate('cases.removePart'),
  }));

  constructor() {
    void this.suggest();
  }

  protected dueTyped(event: Event): void {
    this.due.set((event.target as HTMLInputElement).value);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.isPossible()) return;
    const [step, text] = [this.step(), this.text()];
    const missing = filledRows(this.missing()).map(({ title: part, note }) => ({ part, note }));
    this.lacks.set(lacking(step, text, missing));
    if (this.lacks() !== null) return;
    this.problem.set(null);
    const { id, version: ifMatch } = this.found();
    const due = this.due() === '' ? {} : { due: this.due() };
    try {
      await this.busy.run(async () => {
        if (step === 'reject' && !(await this.isSure())) return;
        if (step === 'ask')
          await this.api.post('/cases/{id}/questions', { id, ifMatch, body: { text, ...due } });
        else {
          const lacking = step === 'request_correction' ? { missing, ...due } : {};
          const body = { move: step, text, ...lacking };
          await this.api.post('/cases/{id}/moves', { id, ifMatch, body });
        }
        this.end();
        this.sent.emit();
      }, 'move');
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      if (problem.status === 409) this.moved.emit();
    }
  }

  /** What is typed is given up. */
  protected cancel(): void {
    this.end();
    this.cancelled.emit();
  }

  /** After a rejection nothing more can be done with the case. */
  private isSure(): Promise<boolean> {
    const { number, enterpriseName: name } = this.found();
    const say = (key: string): string => this.transloco.translate(`cases.${key}`, { number, name });
    const asked = { title: say('rejectSure.title'), text: say('rejectSure.text') };
    return this.confirm.isSure({ ...asked, sure: say('move.reject') });
  }

  private end(): void {
    this.kept.giveUp();
    this.kept.forget();
  }

  /** What the body asks every applicant for. */
  private async suggest(): Promise<void> {
    const { materials } = await this.api.get('/body-profile').catch(() => ({ materials: [] }));
    this.suggested.set(materials.map(({ title }) => title));
  }
}

function lacking(
  step: CaseStep,
  text: string,
  missing: readonly { readonly part: string }[],
): Lack | null {
  if (step === 'request_correction') {
    if (missing.length === 0) return 'missingFirst';
    return missing.some(({ part }) => part === '') ? 'fillTitles' : null;
  }
  if (text.trim() !== '') return null;
  if (step === 'ask') return 'questionFirst';
  return step === 'reject' ? 'reasonFirst' : null;
}
