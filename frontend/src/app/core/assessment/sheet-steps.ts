import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ScoredSheet } from './scored-sheet';
import { SheetWalk } from './sheet-walk';

/** Previous, next and next unanswered above an item, and the sections where there is no room for them; more stands inside. */
@Component({
  selector: 'lx-sheet-steps',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <button
        type="button"
        class="nav-toggle"
        data-testid="nav-toggle"
        (click)="walk.isNavOpen.set(!walk.isNavOpen())"
        [attr.aria-expanded]="walk.isNavOpen()"
      >
        ☰ {{ t('assessments.sections') }}
      </button>
      <button
        type="button"
        (click)="walk.move(-1)"
        [disabled]="walk.position() === 0"
        data-testid="previous"
      >
        ← {{ t('assessments.previous') }} <kbd>K</kbd>
      </button>
      <span>{{ walk.position() + 1 }} / {{ sheet.visible().length }}</span>
      <button
        type="button"
        (click)="walk.move(1)"
        [disabled]="walk.position() >= sheet.visible().length - 1"
        data-testid="next"
      >
        {{ t('assessments.next') }} → <kbd>J</kbd>
      </button>
      <button type="button" (click)="walk.nextUnanswered()" data-testid="next-unanswered">
        {{ t('assessments.nextUnanswered') }} <kbd>U</kbd>
      </button>
      <ng-content />
    </ng-container>
  `,
  styleUrl: './sheet-steps.less',
  host: { '[class.one-hand]': 'oneHand()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SheetSteps {
  protected readonly walk = inject(SheetWalk);
  protected readonly sheet = inject(ScoredSheet);

  /** On a phone it lies at the lower edge, under the thumb. */
  readonly oneHand = input(false);
}
