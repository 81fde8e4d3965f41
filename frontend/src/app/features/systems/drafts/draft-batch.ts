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
import type { DraftVerb } from '@liangxing/contracts';
import { forwardOf, type DraftHead, type StepInput } from './draft';
import { DraftsStore } from './drafts-store';
import { StepForm } from './step-form';

/** Several standards that one meeting decides on. */
@Component({
  selector: 'lx-draft-batch',
  imports: [TranslocoDirective, StepForm],
  template: `
    <section data-testid="draft-batch" *transloco="let t">
      <h2>{{ t('drafts.batch.title', { count: drafts().length }) }}</h2>
      @if (moves().length === 0) {
        <p class="muted">{{ t('drafts.batch.mixed') }}</p>
      } @else {
        <div class="toolbar">
          @for (verb of moves(); track verb) {
            <button
              type="button"
              class="ant-btn"
              [class.ant-btn-primary]="step() === null && verb === forward()"
              [attr.data-testid]="'batch-' + verb"
              (click)="step.set(verb)"
            >
              <span>{{ t('drafts.moves.' + verb) }}</span>
            </button>
          }
        </div>
        @if (step(); as verb) {
          <lx-step-form
            [move]="verb"
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
  readonly drafts = input.required<readonly DraftHead[]>();

  /** The step that all of them shall take. */
  readonly taken = output<StepInput>();

  /** Moves that every one of them may take. */
  protected readonly moves = computed((): readonly DraftVerb[] => {
    const [first, ...others] = this.drafts();
    return (first?.moves ?? []).filter((verb) => others.every(({ moves }) => moves.includes(verb)));
  });
  protected readonly forward = computed(() => forwardOf(this.drafts()[0]?.state ?? 'withdrawn'));
  protected readonly step = linkedSignal<readonly DraftVerb[], DraftVerb | null>({
    source: this.moves,
    computation: () => null,
  });
}
