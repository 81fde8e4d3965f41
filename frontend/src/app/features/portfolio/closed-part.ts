import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

/** Stands where a figure would, of a part that the client has not opened: no zero, and why. */
@Component({
  selector: 'lx-closed-part',
  imports: [TranslocoDirective],
  template: `
    <span *transloco="let t" class="muted small" [title]="t('portfolio.closedHint')"
      >{{ t('portfolio.closed')
      }}<span class="visually-hidden">{{ t('portfolio.closedHint') }}</span></span
    >
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClosedPart {}
