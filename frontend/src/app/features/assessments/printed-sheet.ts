import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { LocalizedText } from '@liangxing/scheme';
import { LanguageService } from '../../core/i18n/language.service';
import { pointsText } from '../../core/i18n/points';
import { AssessmentStore } from './assessment-store';
import { rulesSaid } from './said-of-rule';

/** The whole scoring table for paper: every item with its points, its judgement and what was found. */
@Component({
  selector: 'lx-printed-sheet',
  imports: [TranslocoDirective],
  templateUrl: './printed-sheet.html',
  styles: `
    :host {
      display: none;
    }
    @media print {
      :host {
        display: block;
      }
    }
    table {
      width: 100%;
      table-layout: fixed;
    }
    td,
    th {
      vertical-align: top;
    }
    .number {
      width: 4.5em;
    }
    .figure {
      width: 4em;
    }
    .who {
      width: 7em;
    }
    p {
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PrintedSheet {
  private readonly language = inject(LanguageService);
  private readonly transloco = inject(TranslocoService);
  protected readonly store = inject(AssessmentStore);
  protected readonly points = pointsText;

  protected readonly sections = computed(() => {
    const score = this.store.score();
    return (this.store.scheme()?.sections ?? []).map((section) => ({
      title: `${section.id} ${this.text(section.title)}`,
      rows: section.groups.flatMap(({ items }) =>
        items.map((item) => {
          const content = this.store.contentOf(item.id);
          return {
            item,
            content,
            score: score?.items[item.id],
            rules: rulesSaid(
              item,
              content,
              (text) => this.text(text),
              this.transloco.translate('parting.said'),
            ),
            evidence: this.store.evidenceCount(item.id),
          };
        }),
      ),
    }));
  });

  protected text(text: LocalizedText): string {
    return text[this.language.current()] ?? text['zh-CN'];
  }
}
