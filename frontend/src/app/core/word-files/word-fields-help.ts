import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { WORD_FIELDS } from '@liangxing/contracts';
import { LanguageService } from '../i18n/language.service';

/** All fields that a Word file may name, to be read when somebody writes one. */
@Component({
  selector: 'lx-word-fields-help',
  imports: [TranslocoDirective],
  template: `
    <details class="small" *transloco="let t" data-testid="word-fields-help">
      <summary>{{ t('wordFiles.help.title') }}</summary>
      <p class="muted">{{ t('wordFiles.help.text') }}</p>
      <ul>
        @for (field of fields; track field.zh) {
          <li>
            <code>{{ field.named }}</code>
            @if (language.current() === 'en') {
              <span class="muted"> {{ field.en }}</span>
            }
          </li>
        }
      </ul>
    </details>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
      gap: 2px var(--lx-gap-3);
      margin: 4px 0;
      padding: 0;
      list-style: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WordFieldsHelp {
  protected readonly language = inject(LanguageService);
  protected readonly fields = Object.values(WORD_FIELDS).map(({ zh, en }) => ({
    ...{ zh, en },
    named: `{{${zh}}}`,
  }));
}
