import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { EntryContent } from '@liangxing/scheme';

const longest = { document: 300, edition: 200, holder: 200, pages: 100 } as const;

/** 来源: which paper, which edition, who holds it, on which pages. */
@Component({
  selector: 'lx-entry-source',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <label class="field">
        <span>{{ t('schemes.entry.title') }}</span>
        <input
          type="text"
          class="ant-input"
          maxlength="200"
          data-testid="entry-title"
          [value]="content().title"
          (input)="changed.emit({ title: textOf($event) })"
        />
      </label>
      @for (field of fields; track field) {
        <label class="field">
          <span>{{ t('schemes.entry.source.' + field) }}</span>
          <input
            type="text"
            class="ant-input"
            [maxLength]="longest[field]"
            [attr.data-testid]="'entry-' + field"
            [value]="content().source[field]"
            (input)="changed.emit({ source: withField(field, textOf($event)) })"
          />
          <small class="muted">{{ t('schemes.entry.sourceHint.' + field) }}</small>
        </label>
      }
    </ng-container>
  `,
  styles: `
    .field {
      display: block;
      max-width: 560px;
      margin-bottom: var(--lx-gap-3);
    }
    .field > span,
    small {
      display: block;
      font-size: 12px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntrySourceStep {
  readonly content = input.required<EntryContent>();
  readonly changed = output<Partial<EntryContent>>();

  protected readonly fields = ['document', 'edition', 'holder', 'pages'] as const;
  protected readonly longest = longest;

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected withField(field: keyof typeof longest, value: string): EntryContent['source'] {
    return { ...this.content().source, [field]: value };
  }
}
