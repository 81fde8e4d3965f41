import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { dayOfChina } from '../../../core/i18n/day-of-china';
import type { DraftState } from '@liangxing/contracts';
import { SessionService } from '../../../core/session/session.service';
import { asksOf, type StepInput } from './draft';

/** What a step in the life of a standard asks for: day, person, dates, reason. */
@Component({
  selector: 'lx-step-form',
  imports: [TranslocoDirective],
  template: `
    <form class="form-grid" data-testid="step-form" *transloco="let t" (submit)="take($event)">
      <label class="field quarter">
        <span>{{ t('drafts.on') }}</span>
        <input
          type="date"
          class="ant-input"
          required
          data-testid="step-on"
          [value]="on()"
          (input)="on.set($any($event.target).value)"
        />
      </label>
      <label class="field quarter">
        <span>{{ t(asks().by ? 'drafts.approvedBy' : 'drafts.by') }}</span>
        <input
          class="ant-input"
          maxlength="100"
          data-testid="step-by"
          [required]="asks().by"
          [value]="by()"
          (input)="by.set($any($event.target).value)"
        />
      </label>
      @if (asks().dates) {
        <label class="field quarter">
          <span>{{ t('drafts.issuedOn') }}</span>
          <input
            type="date"
            class="ant-input"
            required
            data-testid="step-issued"
            [value]="issuedOn()"
            (input)="issuedOn.set($any($event.target).value)"
          />
        </label>
        <label class="field quarter">
          <span>{{ t('drafts.inForceOn') }}</span>
          <input
            type="date"
            class="ant-input"
            required
            data-testid="step-in-force"
            [min]="issuedOn()"
            [value]="inForceOn()"
            (input)="inForceOn.set($any($event.target).value)"
          />
        </label>
      }
      <label class="field wide">
        <span>{{ t(asks().note ? 'drafts.reason' : 'drafts.note') }}</span>
        <input
          class="ant-input"
          maxlength="1000"
          data-testid="step-note"
          [required]="asks().note"
          [value]="note()"
          (input)="note.set($any($event.target).value)"
        />
      </label>
      <div class="field wide buttons">
        <button
          type="submit"
          class="ant-btn ant-btn-primary"
          data-testid="take-step"
          [disabled]="isBusy()"
        >
          <span>{{ t('drafts.steps.' + state()) }}</span>
        </button>
        <button type="button" class="ant-btn" (click)="cancelled.emit()">
          {{ t('actions.cancel') }}
        </button>
      </div>
    </form>
  `,
  styles: `
    .buttons {
      display: flex;
      flex-direction: row;
      gap: var(--lx-gap-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StepForm {
  private readonly session = inject(SessionService);
  readonly state = input.required<DraftState>();
  readonly isBusy = input(false);
  readonly taken = output<StepInput>();
  readonly cancelled = output();

  protected readonly asks = computed(() => asksOf(this.state()));
  protected readonly on = linkedSignal({
    source: this.state,
    computation: () => dayOfChina(new Date()),
  });
  protected readonly by = linkedSignal({
    source: this.state,
    computation: (state) => (state === 'review' ? (this.session.user()?.name ?? '') : ''),
  });
  protected readonly note = linkedSignal({ source: this.state, computation: () => '' });
  protected readonly issuedOn = linkedSignal({
    source: this.state,
    computation: () => dayOfChina(new Date()),
  });
  protected readonly inForceOn = linkedSignal({ source: this.state, computation: () => '' });

  protected take(event: Event): void {
    event.preventDefault();
    const dates = this.asks().dates
      ? { issuedOn: this.issuedOn(), inForceOn: this.inForceOn() || this.issuedOn() }
      : {};
    const [state, on, by, note] = [this.state(), this.on(), this.by(), this.note()];
    this.taken.emit({ state, on, by, note, ...dates });
  }
}
