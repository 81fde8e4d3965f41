import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { KeptForm } from './kept-form';

/** Says that what stands in a form was typed at an earlier visit and not sent, and gives it up on demand. */
@Component({
  selector: 'lx-kept-note',
  imports: [TranslocoDirective],
  template: `
    @if (kept().isRestored()) {
      <p *transloco="let t" class="muted small" role="status" data-testid="form-restored">
        {{ t('dialog.restored') }}
        <button type="button" class="plain" data-testid="form-give-up" (click)="kept().giveUp()">
          {{ t('dialog.giveUp') }}
        </button>
      </p>
    }
  `,
  styles: `
    p {
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeptNote {
  readonly kept = input.required<KeptForm>();
}
