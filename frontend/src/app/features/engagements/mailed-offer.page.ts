import {
  ChangeDetectionStrategy,
  Component,
  afterNextRender,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { isPermitted } from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import type { SeenOfferDto } from '../../core/api/generated/openapi';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { dayOfChina } from '../../core/i18n/day-of-china';
import { Busy } from '../../core/once/busy';
import { SessionService } from '../../core/session/session.service';
import { TermsFields, type TypedTerms, usualTerms } from './terms-fields';

/** A consultancy offers an engagement by mail: whoever opens it says for which of their enterprises, and what it opens. */
@Component({
  selector: 'lx-mailed-offer-page',
  imports: [ProblemNotice, RouterLink, TermsFields, TranslocoDirective],
  template: `
    <main class="page" *transloco="let t">
      <h1>{{ t('screens.engagementOffer') }}</h1>
      <lx-problem-notice [problem]="problem()" [told]="['until', 'readable']" />
      @if (offer(); as offer) {
        <p data-testid="offer-from">
          {{
            t('engagements.mailedBy', {
              name: offer.offeredByName,
              consultancy: offer.consultancyName,
            })
          }}
        </p>
        @if (offer.reason) {
          <blockquote>{{ offer.reason }}</blockquote>
        }
        @if (enterprises().length === 0) {
          <p>
            {{ t('engagements.noEnterprise') }}
            <a
              routerLink="/new-enterprise"
              [queryParams]="{ offer: token() }"
              data-testid="offer-found"
              >{{ t('screens.newEnterprise') }}</a
            >
          </p>
          <p class="muted" data-testid="offer-ignore">{{ t('engagements.orDecline') }}</p>
          <div class="buttons">
            <button
              type="button"
              class="ant-btn"
              data-testid="offer-decline"
              [disabled]="busy.isBusy()"
              (click)="decline()"
            >
              <span>{{ t('engagements.moves.decline') }}</span>
            </button>
          </div>
        } @else {
          <form novalidate (submit)="answer($event, 'accept', which.value)">
            <label>
              {{ t('engagements.forEnterprise') }}
              <select #which class="ant-input" data-testid="offer-enterprise">
                @for (one of enterprises(); track one.organizationId) {
                  <option [value]="one.organizationId">{{ one.organizationName }}</option>
                }
              </select>
            </label>
            <p class="muted">{{ t('engagements.youDecide') }}</p>
            <lx-terms-fields [(terms)]="terms" [problem]="problem()" />
            <div class="buttons">
              <button
                type="submit"
                class="ant-btn ant-btn-primary"
                data-testid="offer-accept"
                [disabled]="busy.isBusy()"
              >
                <span>{{ t('engagements.moves.accept') }}</span>
              </button>
              <button
                type="button"
                class="ant-btn"
                data-testid="offer-decline"
                [disabled]="busy.isBusy()"
                (click)="answer($event, 'decline', which.value)"
              >
                <span>{{ t('engagements.moves.decline') }}</span>
              </button>
            </div>
          </form>
        }
      }
      @if (isDeclined()) {
        <p role="status" data-testid="offer-declined">{{ t('engagements.done.decline') }}</p>
      }
      <p>
        <a routerLink="/">{{ t('engagements.home') }}</a>
      </p>
    </main>
  `,
  styles: `
    main {
      max-width: 640px;
      margin: 0 auto;
    }
    form {
      display: flex;
      flex-direction: column;
      gap: var(--lx-gap-3);
    }
    .buttons {
      display: flex;
      gap: var(--lx-gap-2);
    }
    blockquote {
      margin: 0 0 var(--lx-gap-3);
      padding-left: var(--lx-gap-3);
      border-left: 3px solid var(--lx-line-strong);
      white-space: pre-line;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailedOfferPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(SessionService);

  /** Of the mail, from the query. */
  readonly token = input<string>('');

  protected readonly busy = new Busy();
  protected readonly offer = signal<SeenOfferDto | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isDeclined = signal(false);
  protected readonly terms = signal<TypedTerms>(usualTerms(dayOfChina(new Date())));
  /** For which the person may agree. */
  protected readonly enterprises = computed(() =>
    this.session
      .memberships()
      .filter(
        ({ kind, role, state }) =>
          kind === 'enterprise' &&
          state === 'open' &&
          isPermitted({ kind, role, grant: null }, 'engagements:write'),
      ),
  );

  constructor() {
    afterNextRender(() => void this.see());
  }

  protected async answer(
    event: Event,
    answer: 'accept' | 'decline',
    organizationId: string,
  ): Promise<void> {
    event.preventDefault();
    this.problem.set(null);
    const { readable, writable, from, until } = this.terms();
    const terms = { readable: [...readable], writable: [...writable], from, until };
    const body = { token: this.token(), answer, ...terms };
    try {
      await this.busy.run(async () => {
        await this.api.post('/engagements/answers', { organizationId, body });
        if (answer === 'accept') await this.router.navigate(['/o', organizationId, 'engagements']);
        else this.showDeclined();
      }, answer);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  /** For no enterprise: the person leads none. */
  protected async decline(): Promise<void> {
    this.problem.set(null);
    try {
      await this.busy.run(async () => {
        await this.api.post('/api/engagement-offers/{token}/refusal', { token: this.token() });
        this.showDeclined();
      }, 'decline');
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  private showDeclined(): void {
    this.offer.set(null);
    this.isDeclined.set(true);
  }

  private async see(): Promise<void> {
    try {
      const token = this.token();
      const offer = await this.api.get('/api/engagement-offers/{token}', { token });
      const { readable, writable, from, until } = offer;
      this.terms.set({ readable, writable, from, until });
      this.offer.set(offer);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
