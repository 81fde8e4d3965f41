import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { ActingFor } from '../acting/acting-for';
import { TimePipe } from '../i18n/time.pipe';
import { ClientSwitching } from './client-switching';
import { colourOf } from './colour-of';
import { CurrentOrganization } from './current-organization';
import { homeOf } from './home-of';
import { SessionService } from './session.service';

/** On every screen of a client: whose data these are, for whom one acts, and that it has ended. */
@Component({
  selector: 'lx-acting-bar',
  imports: [RouterLink, TimePipe, TranslocoDirective],
  template: `
    @if (organization.entry(); as entry) {
      <ng-container *transloco="let t">
        <div
          class="bar"
          role="region"
          data-testid="acting-bar"
          [attr.aria-label]="t('acting.bar')"
          [style.background]="colour()"
        >
          <span>{{ t('acting.bar') }}</span>
          <strong data-testid="acting-client">{{ entry.organizationName }}</strong>
          <span>{{ t('acting.onBehalf', { acting: entry.actingName }) }}</span>
          <span class="rest">
            @if (entry.role === 'viewer') {
              {{ t('acting.onlyReading') }} ·
            }
            {{ t('acting.until', { until: lastDay(entry.until) | lxTime: 'day' }) }}
          </span>
          @if (switching.isOffered()) {
            <button type="button" data-testid="acting-switch" (click)="switching.open()">
              {{ t('acting.switch') }}
              <kbd>{{ t('acting.shortcut') }}</kbd>
            </button>
          } @else {
            <a data-testid="acting-leave" [routerLink]="wayBack()">{{
              t('acting.leave', { acting: entry.actingName })
            }}</a>
          }
        </div>
        @if (organization.hasEnded()) {
          <div class="ended" role="alert" data-testid="engagement-ended">
            <strong>{{ t('acting.ended', { name: entry.organizationName }) }}</strong>
            <span>{{ t('acting.endedHint') }}</span>
            <a [routerLink]="['/o', entry.actingId, 'clients']">{{ t('acting.toClients') }}</a>
          </div>
        }
      </ng-container>
    }
  `,
  styles: `
    .bar,
    .ended {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 10px;
      align-items: baseline;
      padding: 5px 16px;
      overflow-wrap: anywhere;
    }
    .bar {
      color: #fff;
      font-size: 13px;
    }
    strong {
      font-size: 15px;
    }
    .rest {
      flex: 1;
    }
    .bar a {
      color: inherit;
    }
    button {
      padding: 0 8px;
      border: 1px solid currentcolor;
      border-radius: var(--lx-radius);
      background: none;
      color: inherit;
      font: inherit;
      cursor: pointer;
    }
    button:focus-visible,
    .bar a:focus-visible {
      outline: 2px solid #fff;
      outline-offset: 1px;
    }
    kbd {
      font: inherit;
      font-size: 12px;
    }
    .ended {
      border-bottom: 1px solid var(--lx-block);
      background: var(--lx-block-soft);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActingBar {
  protected readonly organization = inject(CurrentOrganization);
  protected readonly switching = inject(ClientSwitching);
  private readonly session = inject(SessionService);
  protected readonly colour = computed(() => colourOf(this.organization.id()));

  /** Out of the client where there is no other: to the start of the organization for which one acts here. */
  protected readonly wayBack = computed(() => {
    const acting = this.organization.entry()?.actingId;
    const own = this.session.memberships().find(({ organizationId }) => organizationId === acting);
    return own ? homeOf(own) : ['/'];
  });

  /** The grant ends with the day that is named: at its end the next one begins. */
  protected lastDay(until: string): string {
    return new Date(Date.parse(until) - 1).toISOString();
  }

  constructor() {
    const acting = inject(ActingFor);
    const transloco = inject(TranslocoService);
    const language = toSignal(transloco.langChanges$);
    effect(() => {
      const entry = this.organization.entry();
      language();
      const { organizationName: name = '', actingName = '' } = entry ?? {};
      const words = transloco.translate<string>('acting.named', { name, acting: actingName });
      acting.client.set(entry ? { name, words, colour: this.colour() } : null);
    });
    inject(DestroyRef).onDestroy(() => acting.client.set(null));
  }
}
