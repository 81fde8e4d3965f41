import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SheetDto } from '../../core/api/generated/openapi';

/** Who of the team has judged how many items; nothing of how. */
@Component({
  selector: 'lx-team-progress',
  imports: [TranslocoDirective],
  template: `
    <section *transloco="let t" data-testid="team-progress">
      <h3>{{ t('sheets.team') }}</h3>
      <ul>
        @for (one of sheet().team; track one.userId) {
          <li>
            {{ one.name }}
            @if (one.role === 'lead') {
              <span class="chip">{{ t('letters.teamRoles.lead') }}</span>
            }
            @if (one.isRemoved) {
              <span class="chip warn">{{ t('sheets.removed') }}</span>
            }
            <span class="muted small">
              {{
                one.state === 'handed_in'
                  ? t('sheets.isHandedIn')
                  : t('sheets.judged', { answered: one.answered, items: sheet().items })
              }}
            </span>
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    h3 {
      margin: var(--lx-gap-3) 0 4px;
      font-weight: 600;
      font-size: 14px;
    }
    ul {
      margin: 0;
      padding-left: 18px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TeamProgress {
  readonly sheet = input.required<SheetDto>();
}
