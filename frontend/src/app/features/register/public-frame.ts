import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { LanguageService } from '../../core/i18n/language.service';

/** What stands around the pages that everybody may read. */
@Component({
  selector: 'lx-public-frame',
  imports: [RouterLink, RouterLinkActive, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <header class="top">
        <a class="brand" href="/">{{ t('product') }}</a>
        <nav [attr.aria-label]="t('register.pages')">
          <a routerLink="/certificates" routerLinkActive="active" ariaCurrentWhenActive="page">{{
            t('screens.certificateRegister')
          }}</a>
          <a routerLink="/publicities" routerLinkActive="active" ariaCurrentWhenActive="page">{{
            t('screens.publicities')
          }}</a>
          <a routerLink="/verify">{{ t('screens.verify') }}</a>
        </nav>
        <span class="spacer"></span>
        <button
          type="button"
          class="plain"
          lang="zh-CN"
          [attr.aria-pressed]="language.current() === 'zh-CN'"
          (click)="language.use('zh-CN')"
        >
          中文
        </button>
        <button
          type="button"
          class="plain"
          lang="en"
          [attr.aria-pressed]="language.current() === 'en'"
          (click)="language.use('en')"
        >
          English
        </button>
      </header>
      <main class="page"><ng-content /></main>
    </ng-container>
  `,
  styleUrl: './register.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublicFrame {
  protected readonly language = inject(LanguageService);
}
