import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Evidence, fixedBy } from './evidence';

/** Why a file stays as it is, with the evaluations that rest upon it; `fixed-` and its id name it for controls. */
@Component({
  selector: 'lx-fixed-note',
  imports: [TranslocoDirective],
  template: `<ng-container *transloco="let t">
    @if (why(); as why) {
      <span class="small muted" [id]="'fixed-' + file().id" data-testid="evidence-stays">{{
        t('evidence.stays.' + why, { assessments: titles().join(t('parting.names')) })
      }}</span>
    }
  </ng-container>`,
  styles: `
    span {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FixedNote {
  readonly file = input.required<Evidence>();
  protected readonly why = computed(() => fixedBy(this.file()));
  protected readonly titles = computed(() =>
    this.file().closedAssessments.map(({ title }) => title),
  );
}
