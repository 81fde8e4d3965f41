import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SchemeItem } from '@liangxing/scheme';
import type { ItemScore } from '@liangxing/scoring';
import { type Judgement, READINESS_STATES } from './pressed-key';

/** The buttons by which an item is judged, on a sheet of whomever. */
@Component({
  selector: 'lx-judgement-buttons',
  imports: [TranslocoDirective],
  template: `
    <div
      class="states"
      role="group"
      *transloco="let t"
      [attr.aria-label]="t(overrides() ? 'assessments.judgeOtherwise' : 'assessments.judgement')"
    >
      @if (overrides()) {
        <span class="label">{{ t('assessments.judgeOtherwise') }}</span>
      }
      @for (one of choices(); track one.judgement) {
        <button
          type="button"
          [class.on]="one.isOn"
          [attr.aria-pressed]="one.isOn"
          [disabled]="disabled()"
          [attr.data-testid]="testId() + '-' + one.judgement"
          (click)="judged.emit(one.judgement)"
        >
          {{ t(one.text) }} <kbd>{{ one.key }}</kbd>
        </button>
      }
      @if (state() !== 'unanswered') {
        <button
          type="button"
          class="quiet"
          [disabled]="disabled()"
          [attr.data-testid]="testId() + '-unanswered'"
          (click)="judged.emit('unanswered')"
        >
          {{ t(overrides() ? 'assessments.asFollows' : 'assessments.clear') }}
        </button>
      }
    </div>
  `,
  styleUrl: './judgement-buttons.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class JudgementButtons {
  readonly item = input.required<Pick<SchemeItem, 'mode'>>();
  readonly state = input.required<Judgement>();
  readonly score = input.required<ItemScore | undefined>();
  readonly isBonus = input(false);
  readonly disabled = input(false);
  /** States of readiness items follow by themselves here, and are judged otherwise by hand. */
  readonly follows = input(false);
  /** The `data-testid` of each begins so. */
  readonly testId = input.required<string>();
  readonly judged = output<Judgement>();

  protected readonly overrides = computed(() => this.follows() && this.item().mode === 'readiness');
  protected readonly choices = computed(() => {
    const { mode } = this.item();
    const full = this.choice('full', mode === 'deduct' ? 'full' : 'noAward', '0', this.isFull());
    const left = this.isBonus() ? [] : [this.ofState('not_applicable', 'N')];
    if (mode === 'readiness')
      return [...READINESS_STATES.map((state, at) => this.ofState(state, String(at + 1))), ...left];
    if (mode === 'deduct') return [full, this.ofState('not_established', 'X'), ...left];
    return [full, ...left];
  });

  /** Judged, and no rule says otherwise. */
  private isFull(): boolean {
    const score = this.score();
    if (this.state() !== 'assessed' || score === undefined) return false;
    return this.item().mode === 'deduct' ? score.deducted === 0 : score.earned === 0;
  }

  private ofState(state: Exclude<Judgement, 'full'>, key: string) {
    return this.choice(state, `state.${state}`, key, this.state() === state);
  }

  private choice(judgement: Judgement, text: string, key: string, isOn: boolean) {
    return { judgement, text: `assessments.${text}`, key, isOn };
  }
}
