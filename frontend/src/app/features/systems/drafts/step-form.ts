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
import type { DraftVerb, NamedPerson } from '@liangxing/contracts';
import { DateField } from '../../../core/date-field/date-field';
import { PersonField } from '../../../core/people/person-field';
import { dayOfChina } from '../../../core/i18n/day-of-china';
import { SessionService } from '../../../core/session/session.service';
import { asksOf, type StepInput } from './draft';

/** What a step in the life of a standard asks for: day, person, dates, reason. */
@Component({
  selector: 'lx-step-form',
  imports: [DateField, PersonField, TranslocoDirective],
  template: `
    <form class="form-grid" data-testid="step-form" *transloco="let t" (submit)="take($event)">
      <label class="field quarter">
        <span>{{ t('drafts.on') }}</span>
        <input
          lxDate
          class="ant-input"
          required
          data-testid="step-on"
          [value]="on()"
          (input)="on.set($any($event.target).value)"
        />
      </label>
      <div class="field quarter">
        <label for="step-by">{{ t(asks().by ? 'drafts.approvedBy' : 'drafts.by') }}</label>
        <lx-person-field
          inputId="step-by"
          testId="step-by"
          [mostCharacters]="100"
          [isRequired]="asks().by"
          [name]="own().name"
          [userId]="own().userId"
          (typed)="by.set($event)"
        />
      </div>
      @if (asks().dates) {
        <label class="field quarter">
          <span>{{ t('drafts.issuedOn') }}</span>
          <input
            lxDate
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
            lxDate
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
          <span>{{ t('drafts.moves.' + move()) }}</span>
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
  readonly move = input.required<DraftVerb>();
  readonly isBusy = input(false);
  readonly taken = output<StepInput>();
  readonly cancelled = output();

  protected readonly asks = computed(() => asksOf(this.move()));
  protected readonly on = linkedSignal({
    source: this.move,
    computation: () => dayOfChina(new Date()),
  });
  /** Who sends it to review is who sits here; who decides otherwise is told. */
  protected readonly own = computed<NamedPerson>(() => {
    const user = this.session.user();
    const isOwn = this.move() === 'submit' || this.move() === 'reconsider';
    return isOwn && user ? { name: user.name, userId: user.id } : { name: '', userId: null };
  });
  protected readonly by = linkedSignal(() => this.own());
  protected readonly note = linkedSignal({ source: this.move, computation: () => '' });
  protected readonly issuedOn = linkedSignal({
    source: this.move,
    computation: () => dayOfChina(new Date()),
  });
  protected readonly inForceOn = linkedSignal({ source: this.move, computation: () => '' });

  protected take(event: Event): void {
    event.preventDefault();
    const dates = this.asks().dates
      ? { issuedOn: this.issuedOn(), inForceOn: this.inForceOn() || this.issuedOn() }
      : {};
    const [move, on, by, note] = [this.move(), this.on(), this.by(), this.note()];
    this.taken.emit({ move, on, by: by.name, byUserId: by.userId, note, ...dates });
  }
}
