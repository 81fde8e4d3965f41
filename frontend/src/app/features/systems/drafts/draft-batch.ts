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
import type { DraftState } from '@liangxing/contracts';
import { forwardOf, type Draft, type StepInput } from './draft';
import { DraftsStore } from './drafts-store';
import { StepForm } from './step-form';

/** Several standards that one meeting decides on. */
@Component({
  selector: 'lx-draft-batch',
  imports: [TranslocoDirective, StepForm],
  template: `
    <section data-testid="draft-batch" *transloco="let t">
      <h2>{{ t('drafts.batch.title', { count: drafts().length }) }}</h2>
      @if (states().length === 0) {
        <p class="muted">{{ t('drafts.batch.mixed') }}</p>
      } @else {
        <div class="toolbar">
          @for (state of states(); track state) {
            <button
              type="button"
              class="ant-btn"
              [class.ant-btn-primary]="step() === null && state === forward()"
              [attr.data-testid]="'batch-' + state"
              (click)="step.set(state)"
            >
              <span>{{ t('drafts.steps.' + state) }}</span>
            </button>
          }
        </div>
        @if (step(); as state) {
          <lx-step-form
            [state]="state"
            [isBusy]="store.isBusy()"
            (taken)="taken.emit($event)"
            (cancelled)="step.set(null)"
          />
        }
      }
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DraftBatch {
  protected readonly store = inject(DraftsStore);
  readonly drafts = input.required<readonly Draft[]>();

  /** The step that all of them shall take. */
  readonly taken = output<StepInput>();

  /** Steps that every one of them may take. */
  protected readonly states = computed((): readonly DraftState[] => {
    const [first, ...others] = this.drafts();
    return (first?.nextStates ?? []).filter((state) =>
      others.every(({ nextStates }) => nextStates.includes(state)),
    );
  });
  protected readonly forward = computed(() => forwardOf(this.drafts()[0]?.state ?? 'withdrawn'));
  protected readonly step = linkedSignal<readonly DraftState[], DraftState | null>({
    source: this.states,
    computation: () => null,
  });
}
