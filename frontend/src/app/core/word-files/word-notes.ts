import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { sideOf, WORD_FIELDS, type UnknownWordField, type WordField } from '@liangxing/contracts';
import { LanguageService } from '../i18n/language.service';

/** What of the fields of a Word file wants to be known: those of which nothing is known yet, those that nobody knows. */
@Component({
  selector: 'lx-word-notes',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (empty().length > 0) {
        <p class="small" data-testid="empty-fields">
          {{ t('wordFiles.empty', { fields: emptyWords() }) }}
        </p>
      }
      @if (unknown().length > 0) {
        <div class="small blocks" data-testid="unknown-fields">
          {{ t('wordFiles.unknown') }}
          <ul>
            @for (field of unknown(); track $index) {
              <li>
                {{ braced(field.name) }} – {{ t('wordFiles.parts.' + field.part)
                }}{{ t('parting.said') }}{{ field.paragraph }}
              </li>
            }
          </ul>
        </div>
      }
    </ng-container>
  `,
  styles: `
    p,
    ul {
      margin: 4px 0;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WordNotes {
  private readonly language = inject(LanguageService);

  readonly empty = input<readonly WordField[]>([]);
  readonly unknown = input<readonly UnknownWordField[]>([]);

  protected readonly emptyWords = computed(() =>
    fieldWords(this.empty(), this.language.current() === 'en' ? 'en' : 'zh-CN'),
  );

  protected braced(name: string): string {
    return `{{${name}}}`;
  }
}

/** Fields as a person calls them, in the language of the page; in English with the word that stands in the file. */
export function fieldWords(fields: readonly WordField[], language: 'en' | 'zh-CN'): string {
  const side = sideOf(language);
  return fields
    .map((field) => WORD_FIELDS[field])
    .map((words) => (side === 'zh' ? words.zh : `${words.en} (${words.zh})`))
    .join(side === 'zh' ? '、' : ', ');
}
