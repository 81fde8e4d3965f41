import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { SectionShare } from '@liangxing/contracts';
import { LanguageService } from '../../core/i18n/language.service';

/** Shares of the sections of an evaluation: each a bar as high as its share, all of them told as a text. */
@Component({
  selector: 'lx-heat-map',
  template: `
    @for (section of told(); track section.id) {
      <span class="bar" [title]="section.text" [class.none]="section.share === null">
        <span [style.height.%]="section.share ?? 0" [class]="section.tone"></span>
      </span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      gap: 2px;
      max-width: 100%;
      height: 22px;
    }
    .bar {
      display: flex;
      align-items: flex-end;
      flex: 0 1 9px;
      width: 9px;
      min-width: 3px;
      border: 1px solid var(--lx-line-strong);
      background: var(--lx-paper);
    }
    .bar span {
      width: 100%;
    }
    .none {
      border-style: dashed;
    }
    .low {
      background: var(--lx-block);
    }
    .middle {
      background: #c98a1b;
    }
    .high {
      background: var(--lx-good);
    }
  `,
  host: { role: 'img', '[attr.aria-label]': 'label()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HeatMap {
  private readonly language = inject(LanguageService);

  readonly sections = input.required<readonly SectionShare[]>();

  protected readonly told = computed(() =>
    this.sections().map(({ id, title, share }) => ({
      id,
      share,
      tone: share === null || share < 60 ? 'low' : share < 80 ? 'middle' : 'high',
      text: `${title[this.language.current()]} ${share === null ? '—' : `${share}%`}`,
    })),
  );
  protected readonly label = computed(() =>
    this.told()
      .map(({ text }) => text)
      .join('; '),
  );
}
