import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { type ClientStage, type PortfolioClient, quietDaysOf } from '@liangxing/contracts';
import { GradeBadge } from '../../core/grade/grade-badge';
import { dayOfChina } from '../../core/i18n/day-of-china';
import { pointsText } from '../../core/i18n/points';
import { TimePipe } from '../../core/i18n/time.pipe';
import { homeAtClient } from '../../core/session/home-of';
import { ClosedPart } from './closed-part';
import { HeatMap } from './heat-map';
import { percentText } from './percent';
import { PortfolioStore } from './portfolio-store';

/** From so many days on without activity a client is shown as quiet. */
const QUIET = 30;
/** A date so near is marked. */
const SOON_DAYS = 7;

/** One client in the list. */
@Component({
  selector: 'lx-client-row',
  imports: [ClosedPart, GradeBadge, HeatMap, RouterLink, TimePipe, TranslocoDirective],
  templateUrl: './client-row.html',
  styleUrl: './client-row.less',
  host: { 'data-testid': 'portfolio-client', '[attr.data-client]': 'client().name' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClientRow {
  private readonly store = inject(PortfolioStore);

  readonly client = input.required<PortfolioClient>();
  /** Null: nothing that tells of it is opened. */
  readonly stage = input.required<ClientStage | null>();

  protected readonly wayIn = computed(() => [
    ...homeAtClient(this.client().id, this.client().readable),
  ]);
  protected readonly points = pointsText;
  protected readonly percent = percentText;
  protected readonly parts = computed(() => this.client().parts);
  protected readonly isCounted = computed(() => this.client().readAt !== null);
  protected readonly isQuiet = computed(
    () => (quietDaysOf(this.client(), this.store.now()) ?? 0) >= QUIET,
  );
  protected readonly isSoon = computed(() => {
    const next = this.client().next;
    const soon = new Date(this.store.now().getTime() + SOON_DAYS * 86_400_000);
    return next !== null && next.on <= dayOfChina(soon);
  });
}
