import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PlanContent } from '@liangxing/contracts';

/** A plan of an evaluation (评价计划) as it is read, printed and confirmed. */
@Component({
  selector: 'lx-plan-shown',
  imports: [TranslocoDirective],
  template: `
    <article *transloco="let t" data-testid="plan-shown">
      <dl>
        <dt>{{ t('letters.plan.days') }}</dt>
        <dd>{{ t('letters.plan.fromTo', { from: plan().from, to: plan().to }) }}</dd>
        @for (field of texts; track field) {
          <dt>{{ t('letters.plan.' + field) }}</dt>
          <dd>{{ plan()[field] }}</dd>
        }
        <dt>{{ t('letters.plan.team') }}</dt>
        <dd>
          <ul>
            @for (member of plan().team; track $index) {
              <li>
                {{ member.name
                }}{{ t('inBrackets', { text: t('letters.teamRoles.' + member.role) }) }}
              </li>
            }
          </ul>
        </dd>
      </dl>
      <h3>{{ t('letters.plan.agenda') }}</h3>
      <div class="scroll" tabindex="0" role="group" [attr.aria-label]="t('letters.plan.agenda')">
        <table class="dense">
          <thead>
            <tr>
              <th scope="col">{{ t('letters.plan.day') }}</th>
              <th scope="col">{{ t('letters.plan.time') }}</th>
              <th scope="col">{{ t('letters.plan.department') }}</th>
              <th scope="col">{{ t('letters.plan.content') }}</th>
              <th scope="col">{{ t('letters.plan.assessors') }}</th>
            </tr>
          </thead>
          <tbody>
            @for (line of plan().agenda; track $index) {
              <tr>
                <td class="whole">{{ line.day }}</td>
                <td class="whole">{{ line.from }}–{{ line.to }}</td>
                <td>{{ line.department || t('letters.plan.everybody') }}</td>
                <td>{{ line.content }}</td>
                <td>{{ line.assessors.join(t('parting.names')) }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    </article>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: max-content 1fr;
      gap: 4px var(--lx-gap-3);
      margin: 0;
    }
    dt {
      font-weight: 600;
    }
    dd {
      margin: 0;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .scroll {
      overflow-x: auto;
    }
    .whole {
      white-space: nowrap;
    }
    @media (max-width: 600px) {
      dl {
        grid-template-columns: 1fr;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanShown {
  readonly plan = input.required<PlanContent>();

  protected readonly texts = ['purpose', 'scope', 'basis', 'method', 'sampling'] as const;
}
