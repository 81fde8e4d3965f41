import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { TypedTerms } from './terms-fields';

/** Which areas an engagement opens: those to work on, then those only to read. */
@Component({
  selector: 'lx-terms-shown',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (terms().writable.length > 0) {
        <span
          >{{ t('engagements.terms.write') }}{{ t('parting.said')
          }}{{ namesOf(t, terms().writable) }}</span
        >
      }
      @if (onlyRead().length > 0) {
        <span
          >{{ t('engagements.terms.onlyRead') }}{{ t('parting.said')
          }}{{ namesOf(t, onlyRead()) }}</span
        >
      }
    </ng-container>
  `,
  styles: `
    span {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TermsShown {
  readonly terms = input.required<Pick<TypedTerms, 'readable' | 'writable'>>();

  protected readonly onlyRead = computed(() => {
    const { readable, writable } = this.terms();
    return readable.filter((area) => !writable.includes(area));
  });

  protected namesOf(t: (key: string) => string, areas: readonly string[]): string {
    return areas.map((area) => t(`engagement.areas.${area}`)).join(t('engagements.comma'));
  }
}
