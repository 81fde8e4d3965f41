import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { LANGUAGES } from '../../core/i18n/language';
import { SessionService } from '../../core/session/session.service';
import { SectionWork } from './section-work';

/** Name and language of the own account. */
@Component({
  selector: 'lx-profile-section',
  imports: [TranslocoDirective, ProblemNotice],
  template: `
    <form
      novalidate
      aria-labelledby="profile-title"
      *transloco="let t"
      (submit)="save($event, name, language.value)"
    >
      <h2 id="profile-title">{{ t('accounts.profile.title') }}</h2>
      <lx-problem-notice [problem]="work.problem()" [listFields]="true" [told]="['name']" />
      <div class="field">
        <label for="own-name">{{ t('accounts.name') }}</label>
        <input
          #name
          id="own-name"
          class="ant-input"
          autocomplete="name"
          maxlength="100"
          data-testid="own-name"
          aria-describedby="own-name-problem"
          [value]="session.user()?.name"
          [attr.aria-invalid]="nameProblem(t('accounts.nameMissing')) ? true : null"
          (input)="changed()"
        />
        <span id="own-name-problem" class="problem">{{
          nameProblem(t('accounts.nameMissing'))
        }}</span>
      </div>
      <div class="field">
        <label for="own-language">{{ t('accounts.profile.language') }}</label>
        <select
          #language
          id="own-language"
          class="ant-input"
          data-testid="own-language"
          (change)="changed()"
        >
          @for (each of languages; track each) {
            <option [value]="each" [selected]="each === session.user()?.language">
              {{ names[each] }}
            </option>
          }
        </select>
      </div>
      <p class="answer">
        <button class="ant-btn" type="submit" data-testid="save-own" [disabled]="work.isBusy()">
          <span>{{ t('actions.save') }}</span>
        </button>
        <span role="status" class="muted" data-testid="own-saved">{{
          isSaved() ? t('accounts.profile.saved') : ''
        }}</span>
      </p>
    </form>
  `,
  styleUrl: './account-section.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProfileSection {
  protected readonly session = inject(SessionService);

  protected readonly languages = LANGUAGES;
  /** Each in itself. */
  protected readonly names = { 'zh-CN': '中文', en: 'English' } as const;
  protected readonly work = new SectionWork();
  protected readonly isSaved = signal(false);
  private readonly isMissing = signal(false);

  protected changed(): void {
    this.isSaved.set(false);
    this.isMissing.set(false);
  }

  protected nameProblem(missing: string): string {
    return this.isMissing() ? missing : (this.work.problem()?.field('name') ?? '');
  }

  protected async save(event: Event, field: HTMLInputElement, chosen: string): Promise<void> {
    event.preventDefault();
    const name = field.value.trim();
    this.isMissing.set(name === '');
    if (name === '') {
      field.focus();
      return;
    }
    const language = LANGUAGES.find((each) => each === chosen) ?? 'zh-CN';
    this.isSaved.set(await this.work.run(() => this.session.change({ name, language })));
  }
}
