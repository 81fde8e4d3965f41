import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { LanguageService } from '../../core/i18n/language.service';

/** What the product is for, beside the forms of sign-in and registration. */
@Component({
  selector: 'lx-accounts-cover',
  imports: [TranslocoDirective],
  template: `
    <div class="cover" *transloco="let t">
      <div class="product">{{ t('product') }}</div>
      <p class="muted">{{ t('tagline') }}</p>
      <ol>
        @for (step of steps; track step) {
          <li>{{ t('accounts.cover.' + step) }}</li>
        }
      </ol>
      <div class="languages">
        <button type="button" lang="zh-CN" (click)="language.use('zh-CN')">中文</button>
        <button type="button" lang="en" (click)="language.use('en')">English</button>
      </div>
    </div>
  `,
  styleUrl: './accounts.css',
  styles: `
    :host {
      display: contents;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountsCover {
  protected readonly language = inject(LanguageService);
  protected readonly steps = ['profile', 'system', 'standards', 'assessment', 'gaps', 'dossier'];
}
