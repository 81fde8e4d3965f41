import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { expiryOf } from '@liangxing/contracts';
import { dayOfChina } from '../../core/i18n/day-of-china';
import { evidenceTexts } from './evidence-texts';

/** Until when a file is valid; said louder when that is near or over. */
@Component({
  selector: 'lx-validity-chip',
  imports: [TranslocoDirective],
  providers: [evidenceTexts],
  template: `
    @if (validUntil(); as date) {
      <span
        *transloco="let t"
        class="chip"
        data-testid="evidence-validity"
        [attr.data-expiry]="expiry()"
        [class.block]="expiry() === 'expired'"
        [class.warn]="expiry() === 'expiring'"
        >{{ t('evidence.validity.' + expiry(), { date }) }}</span
      >
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ValidityChip {
  readonly validUntil = input.required<string | null>();

  protected readonly expiry = computed(() => expiryOf(this.validUntil(), dayOfChina(new Date())));
}
