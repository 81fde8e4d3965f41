import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SchemeItem } from '@liangxing/scheme';
import { AnswerAside } from './answer-aside';
import { AssessmentStore } from './assessment-store';

/** Why the answer to an item is not stored as it was typed: somebody else's, a closed evaluation, a refusal. */
@Component({
  selector: 'lx-answer-trouble',
  imports: [AnswerAside, TranslocoDirective],
  templateUrl: './answer-trouble.html',
  styles: `
    .conflict {
      margin-bottom: 12px;
      padding: 10px 14px;
      border-left: 3px solid var(--lx-block);
      background: var(--lx-block-soft);
    }
    .conflict p {
      margin: 0 0 6px;
    }
    .conflict dt {
      font-weight: 600;
    }
    .conflict dd {
      margin: 0 0 4px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnswerTrouble {
  protected readonly store = inject(AssessmentStore);

  readonly item = input.required<SchemeItem>();

  protected readonly conflict = computed(() => this.store.queue.conflicts().get(this.item().id));
  protected readonly refused = computed(() => this.store.queue.refused().get(this.item().id));
}
