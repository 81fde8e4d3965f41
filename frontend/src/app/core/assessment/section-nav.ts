import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { LocalizedText } from '@liangxing/scheme';
import { LanguageService } from '../i18n/language.service';
import { pointsText } from '../i18n/points';
import { ScoredSheet } from './scored-sheet';

/** Sections with their points and, for the open one, its items. */
@Component({
  selector: 'lx-section-nav',
  imports: [TranslocoDirective],
  template: `
    <nav [attr.aria-label]="t('assessments.sections')" *transloco="let t">
      @for (section of sections(); track section.id) {
        <section>
          <button
            type="button"
            class="section"
            [attr.aria-expanded]="section.isOpen"
            (click)="choose.emit(section.first)"
            [disabled]="!section.first"
          >
            <span class="name">{{ section.title }}</span>
            <span class="points">
              @if (section.points > 0) {
                {{ points(section.earned) }}<small>/{{ points(section.points) }}</small>
              } @else {
                {{ section.answered }}<small>/{{ section.count }}</small>
              }
            </span>
            <span class="bar"><i [style.width.%]="section.share"></i></span>
          </button>
          @if (section.isOpen) {
            <ol>
              @for (row of section.rows; track row.id) {
                <li>
                  <button
                    type="button"
                    class="item"
                    [class.here]="row.id === current()"
                    [attr.aria-current]="row.id === current() ? 'true' : null"
                    [attr.data-testid]="'nav-' + row.id"
                    (click)="choose.emit(row.id)"
                  >
                    <span class="dot" [class]="row.mark"></span>
                    <span class="id">{{ row.id }}</span>
                    <span class="topic">{{ row.topic }}</span>
                    <span class="lost">{{ row.lost > 0 ? '−' + points(row.lost) : '' }}</span>
                  </button>
                </li>
              }
            </ol>
          }
        </section>
      }
    </nav>
  `,
  styleUrl: './section-nav.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SectionNav {
  private readonly store = inject(ScoredSheet);
  private readonly language = inject(LanguageService);

  readonly current = input.required<string>();
  readonly choose = output<string>();

  protected readonly points = pointsText;

  protected readonly sections = computed(() => {
    const score = this.store.score();
    const here = this.store.items().find(({ item }) => item.id === this.current())?.sectionId;
    return (this.store.scheme()?.sections ?? []).map((section) => {
      const own = this.store.visible().filter(({ sectionId }) => sectionId === section.id);
      const result = score?.sections.find(({ sectionId }) => sectionId === section.id);
      const points = result?.points ?? 0;
      const earned = result?.earned ?? 0;
      const answered = result?.answered ?? 0;
      const count = result?.items ?? 0;
      return {
        id: section.id,
        title: this.text(section.title),
        points,
        earned,
        answered,
        count,
        share: points > 0 ? (earned / points) * 100 : count > 0 ? (answered / count) * 100 : 0,
        isOpen: section.id === here,
        first: own[0]?.item.id ?? '',
        rows:
          section.id === here
            ? own.map(({ item }) => this.row(item.id, this.text(item.topic), section.bonus))
            : [],
      };
    });
  });

  private row(id: string, topic: string, isBonus: boolean) {
    const score = this.store.score()?.items[id];
    const isAnswered = score !== undefined && score.state !== 'unanswered';
    const lost = isAnswered && !isBonus ? score.points - score.earned : 0;
    const mark = this.store.isTroubled(id)
      ? 'block'
      : !isAnswered
        ? 'open'
        : lost > 0 || (!isBonus && this.store.fallsShort(id))
          ? 'lost'
          : 'full';
    return { id, topic, lost, mark };
  }

  private text(text: LocalizedText): string {
    return text[this.language.current()] ?? text['zh-CN'];
  }
}
