import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { SessionService } from '../../core/session/session.service';

/** The frame of the platform's own pages: they belong to no organization, and show none of one. */
@Component({
  selector: 'lx-platform-frame',
  imports: [RouterLink, RouterLinkActive, RouterOutlet, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <header class="bar">
        <strong>{{ t('product') }} · {{ t('screens.platform') }}</strong>
        <nav [attr.aria-label]="t('screens.platform')">
          <a
            routerLink="/platform"
            routerLinkActive="active"
            ariaCurrentWhenActive="page"
            [routerLinkActiveOptions]="{ exact: true }"
            data-testid="platform-organizations"
            >{{ t('platform.organizations') }}</a
          >
          <a
            routerLink="/platform/trail"
            routerLinkActive="active"
            ariaCurrentWhenActive="page"
            data-testid="platform-trail"
            >{{ t('screens.trail') }}</a
          >
        </nav>
        <span class="spacer"></span>
        @if (session.memberships().length > 0) {
          <a routerLink="/">{{ t('platform.home') }}</a>
        }
        <a routerLink="/account">{{ session.user()?.name }}</a>
        <button type="button" class="link" (click)="signOut()">{{ t('shell.signOut') }}</button>
      </header>
      <main>
        <router-outlet />
      </main>
    </ng-container>
  `,
  styles: `
    .bar {
      display: flex;
      flex-wrap: wrap;
      gap: var(--lx-gap-2) var(--lx-gap-4);
      align-items: baseline;
      padding: 12px var(--lx-gap-6);
      border-bottom: 1px solid var(--lx-line);
      background: var(--lx-paper-2);
    }
    nav {
      display: flex;
      gap: var(--lx-gap-4);
    }
    .active {
      color: var(--lx-ink);
      font-weight: 600;
    }
    .spacer {
      flex: 1;
    }
    .link {
      padding: 0;
      border: 0;
      background: none;
      color: var(--lx-accent);
      font: inherit;
      cursor: pointer;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlatformFrame {
  private readonly router = inject(Router);
  protected readonly session = inject(SessionService);

  protected async signOut(): Promise<void> {
    await this.session.signOut();
    await this.router.navigate(['/sign-in']);
  }
}
