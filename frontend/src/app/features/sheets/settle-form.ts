import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SchemeItem } from '@liangxing/scheme';
import type { RuleAnswer } from '@liangxing/scoring';
import { Api } from '../../core/api/api';
import type { ComparisonDto, SettleItemDto } from '../../core/api/generated/openapi';
import { RuleInput } from '../../core/assessment/rule-input';
import { keepForm } from '../../core/drafts/kept-form';
import { KeptNote } from '../../core/drafts/kept-note';
import { isSameValue } from '../../core/drafts/merge-fields';
import { typedFrom } from '../../core/drafts/typed-from';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { FocusFirst } from '../../core/focus/focus-first';
import { Busy } from '../../core/once/busy';

type Compared = ComparisonDto['items'][number];
type State = SettleItemDto['state'];

interface Typed {
  readonly version: number;
  readonly state: State;
  readonly rules: Readonly<Record<string, RuleAnswer>>;
  readonly approval: SettleItemDto['approval'];
  readonly note: string;
  readonly reason: string;
}

/** The lead settles an item: begins with what somebody judged, changes it where need be, and says why. */
@Component({
  selector: 'lx-settle-form',
  imports: [FocusFirst, KeptNote, ProblemNotice, RuleInput, TranslocoDirective],
  template: `
    <form *transloco="let t" novalidate data-testid="settle-form" (submit)="send($event)">
      <lx-problem-notice [problem]="problem()" [listFields]="true" />
      <lx-kept-note [kept]="kept" />
      @if (theirs(); as other) {
        <div class="theirs" role="alert" data-testid="settle-theirs">
          <p>{{ t('sheets.settledMeanwhile', { name: other.settledByName }) }}</p>
          <p class="said">
            {{ t('assessments.state.' + other.state) }} {{ other.note }} {{ other.reason }}
          </p>
        </div>
      }
      <fieldset>
        <legend>{{ t('sheets.takeFrom') }}</legend>
        <div class="buttons">
          @for (answer of compared().answers; track answer.userId) {
            <button
              type="button"
              class="ant-btn"
              [lxFocusFirst]="$first"
              (click)="take(answer.state, answer.rules, answer.approval, answer.finding)"
              data-testid="take-answer"
            >
              <span>{{ nameOf()(answer.userId) }}</span>
            </button>
          }
        </div>
      </fieldset>
      <label>
        {{ t('assessments.judgement') }}
        <select
          #chosen
          data-testid="settle-state"
          (change)="setState(states()[chosen.selectedIndex])"
        >
          @for (one of states(); track one) {
            <option [selected]="one === state()">{{ t('assessments.state.' + one) }}</option>
          }
        </select>
      </label>
      @if (state() === 'assessed') {
        @for (rule of item().rules; track rule.id) {
          <lx-rule-input
            [rule]="rule"
            [value]="rules()[rule.id]"
            (changed)="setRule(rule.id, $event)"
          />
        }
      }
      <label>
        {{ t('assessments.finding') }}
        <textarea
          class="ant-input"
          rows="2"
          maxlength="4000"
          [value]="note()"
          data-testid="settle-note"
          (input)="type({ note: textOf($event) })"
        ></textarea>
      </label>
      <label>
        {{ t('sheets.reason') }} *
        <textarea
          class="ant-input"
          rows="2"
          maxlength="2000"
          [value]="reason()"
          data-testid="settle-reason"
          (input)="type({ reason: textOf($event) })"
        ></textarea>
      </label>
      @if (isLacking()) {
        <p class="blocks" role="alert">{{ t('sheets.reasonFirst') }}</p>
      }
      <div class="buttons">
        <button
          type="submit"
          class="ant-btn ant-btn-primary"
          data-testid="settle-send"
          [disabled]="busy.isBusy()"
        >
          <span>{{ t('sheets.settleSend') }}</span>
        </button>
        <button type="button" class="ant-btn" [disabled]="busy.isBusy()" (click)="cancel()">
          <span>{{ t('actions.cancel') }}</span>
        </button>
      </div>
    </form>
  `,
  styles: `
    .theirs {
      padding: 10px 14px;
      border-left: 3px solid var(--lx-warn);
      background: var(--lx-warn-soft);
    }
    .said {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
  styleUrl: './forms.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettleForm {
  private readonly api = inject(Api);

  readonly caseId = input.required<string>();
  readonly item = input.required<SchemeItem>();
  readonly compared = input.required<Compared>();
  readonly nameOf = input.required<(by: string) => string>();
  readonly settled = output<ComparisonDto>();
  /** Somebody settled it meanwhile: the page is to be read again. */
  readonly stale = output();
  readonly cancelled = output();

  protected readonly busy = new Busy();
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isLacking = signal(false);
  private readonly first = computed(() => {
    const { settled, answers } = this.compared();
    return settled ?? answers[0] ?? null;
  });
  /** With what the form began. */
  private readonly begun = typedFrom<string, Typed>(
    () => this.compared().itemId,
    () => {
      const first = this.first();
      const { version = 0, note = '', reason = '' } = this.compared().settled ?? {};
      const rules = (first?.rules ?? {}) as Typed['rules'];
      const approval = (first?.approval ?? null) as Typed['approval'];
      return { version, note, reason, rules, approval, state: first?.state ?? 'unanswered' };
    },
  );
  /** What is typed stays, whatever somebody else settles meanwhile; `version` as the form began with. */
  private readonly typed = typedFrom<string, Typed>(
    () => this.compared().itemId,
    () => this.begun(),
  );
  protected readonly kept = keepForm<Typed>({
    place: () => `case:${this.caseId()}:settled:${this.item().id}`,
    typed: () => (isSameValue(this.typed(), this.begun()) ? null : this.typed()),
    show: (kept) => this.typed.set(kept ?? this.begun()),
  });
  protected readonly state = computed(() => this.typed().state);
  protected readonly rules = computed(() => this.typed().rules);
  protected readonly note = computed(() => this.typed().note);
  protected readonly reason = computed(() => this.typed().reason);
  /** What somebody else settled since the form was opened. */
  protected readonly theirs = computed(() => {
    const [{ settled }, { version }] = [this.compared(), this.typed()];
    return settled !== null && settled.version !== version ? settled : null;
  });
  protected readonly states = computed<readonly State[]>(() => {
    const { mode } = this.item();
    if (mode === 'readiness') return ['met', 'partly', 'not_met', 'not_applicable', 'unanswered'];
    if (mode === 'earn') return ['assessed', 'unanswered'];
    return ['assessed', 'not_established', 'not_applicable', 'unanswered'];
  });

  protected textOf({ target }: Event): string {
    return (target as HTMLTextAreaElement).value;
  }

  protected type(change: Partial<Typed>): void {
    this.typed.update((typed) => ({ ...typed, ...change }));
  }

  protected take(state: State, rules: object, approval: unknown, note: string): void {
    this.type({
      state,
      rules: rules as Typed['rules'],
      approval: approval as Typed['approval'],
      ...(this.note() === '' ? { note } : {}),
    });
  }

  protected setState(state: State = 'unanswered'): void {
    this.type({
      state,
      ...(state === 'assessed' ? {} : { rules: {} }),
      ...(state === 'not_applicable' ? {} : { approval: null }),
    });
  }

  protected setRule(ruleId: string, value: RuleAnswer | undefined): void {
    const others = Object.entries(this.rules()).filter(([id]) => id !== ruleId);
    const changed = value === undefined ? others : [...others, [ruleId, value] as const];
    this.type({ rules: Object.fromEntries(changed) });
  }

  /** What is typed is given up. */
  protected cancel(): void {
    this.typed.set(this.begun());
    this.kept.forget();
    this.cancelled.emit();
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.isLacking.set(this.reason().trim() === '');
    if (this.isLacking()) return;
    this.problem.set(null);
    const { state, rules, approval, note, reason } = this.typed();
    const body = { state, rules: { ...rules }, approval: approval ?? null, note, reason };
    const place = { id: this.caseId(), itemId: this.item().id };
    const ifMatch = this.compared().settled?.version ?? 0;
    try {
      await this.busy.run(async () => {
        const found = await this.api.put('/cases/{id}/settled/{itemId}', {
          ...{ ...place, ifMatch, body },
        });
        this.begun.set(this.typed());
        this.kept.forget();
        this.settled.emit(found);
      }, 'settle');
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      if (problem.status === 409) this.stale.emit();
    }
  }
}
