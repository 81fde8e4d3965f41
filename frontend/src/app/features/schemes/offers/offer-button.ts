import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { OffersStore } from './offers-store';

/** Whether a version of an own scheme is what enterprises see of the body. */
@Component({
  selector: 'lx-offer-button',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (isOffered()) {
        <span class="chip good" data-testid="is-offered">{{ t('schemes.offers.isOffered') }}</span>
        <button
          type="button"
          class="ant-btn ant-btn-sm"
          data-testid="offer-take-back"
          [attr.aria-label]="t('schemes.offers.takeBackOf', { title: title() })"
          [disabled]="store.busy.isBusy()"
          (click)="store.takeBack(schemeId())"
        >
          <span>{{ t('schemes.offers.takeBack') }}</span>
        </button>
      } @else {
        <button
          type="button"
          class="ant-btn ant-btn-sm"
          data-testid="offer-scheme"
          [attr.aria-label]="t('schemes.offers.offerOf', { title: title() })"
          [disabled]="store.busy.isBusy()"
          (click)="store.offer(schemeId(), version())"
        >
          <span>{{ t('schemes.offers.offer') }}</span>
        </button>
      }
    </ng-container>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OfferButton {
  protected readonly store = inject(OffersStore);

  readonly schemeId = input.required<string>();
  readonly version = input.required<string>();
  /** For whoever does not see the row. */
  readonly title = input.required<string>();

  protected readonly isOffered = computed(
    () => this.store.offered().get(this.schemeId()) === this.version(),
  );
}
