import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { AREAS, type Area, usualLastDay } from '@liangxing/contracts';
import { DateField } from '../../core/date-field/date-field';
import { FieldProblem } from '../../core/errors/field-problem';
import type { Problem } from '../../core/errors/problem';

/** What an engagement opens, and on which days, as it is typed. */
export interface TypedTerms {
  readonly readable: readonly Area[];
  readonly writable: readonly Area[];
  readonly from: string;
  readonly until: string;
}

/** Reading everything and working on it, for a year: what most engagements are. */
export function usualTerms(today: string): TypedTerms {
  return { readable: AREAS, writable: AREAS, from: today, until: usualLastDay(today) };
}

/** Areas, each for reading or for writing, and the first and the last day. */
@Component({
  selector: 'lx-terms-fields',
  imports: [DateField, FieldProblem, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (parts() !== 'days') {
        <fieldset>
          <legend>{{ t('engagements.terms.areas') }}</legend>
          <table class="dense">
            <thead>
              <tr>
                <th scope="col">{{ t('engagements.terms.area') }}</th>
                <th scope="col">{{ t('engagements.terms.read') }}</th>
                <th scope="col">{{ t('engagements.terms.write') }}</th>
              </tr>
            </thead>
            <tbody>
              @for (area of areas; track area) {
                <tr>
                  <th scope="row">{{ t('engagement.areas.' + area) }}</th>
                  <td>
                    <input
                      type="checkbox"
                      [attr.data-testid]="'read-' + area"
                      [attr.aria-label]="
                        t('engagements.terms.readOf', { area: t('engagement.areas.' + area) })
                      "
                      [checked]="terms().readable.includes(area)"
                      (change)="read(area, $event)"
                    />
                  </td>
                  <td>
                    <input
                      type="checkbox"
                      [attr.data-testid]="'write-' + area"
                      [attr.aria-label]="
                        t('engagements.terms.writeOf', { area: t('engagement.areas.' + area) })
                      "
                      [checked]="terms().writable.includes(area)"
                      (change)="write(area, $event)"
                    />
                  </td>
                </tr>
              }
            </tbody>
          </table>
          <p class="muted small">{{ t('engagements.terms.never') }}</p>
          @if (problem()?.field('readable')) {
            <span class="problem" role="alert" data-testid="no-area">{{
              t('engagements.terms.noArea')
            }}</span>
          }
        </fieldset>
      }
      @if (parts() !== 'areas') {
        <div class="days">
          @if (parts() === 'all') {
            <label>
              {{ t('engagements.terms.from') }}
              <input
                class="ant-input"
                lxDate
                data-testid="terms-from"
                [value]="terms().from"
                (change)="day('from', $event)"
              />
            </label>
          }
          <label>
            {{ t('engagements.terms.until') }}
            <input
              #until
              class="ant-input"
              lxDate
              data-testid="terms-until"
              [value]="terms().until"
              (change)="day('until', $event)"
            />
          </label>
          <lx-field-problem [message]="untilProblem()" [control]="until" />
        </div>
      }
    </ng-container>
  `,
  styles: `
    fieldset {
      margin: 0 0 var(--lx-gap-3);
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      font-weight: 600;
    }
    table {
      width: auto;
    }
    th[scope='row'] {
      font-weight: 400;
      text-align: left;
    }
    .days {
      display: flex;
      flex-wrap: wrap;
      gap: var(--lx-gap-3);
      align-items: end;
    }
    .days label {
      display: flex;
      flex-direction: column;
      width: 160px;
    }
    .problem {
      color: var(--lx-block);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TermsFields {
  readonly terms = model.required<TypedTerms>();
  readonly problem = input<Problem | null>(null);
  readonly parts = input<'all' | 'areas' | 'days'>('all');

  protected readonly areas = AREAS;
  protected readonly untilProblem = computed(() => this.problem()?.field('until') ?? '');

  /** What is not read is not written either. */
  protected read(area: Area, event: Event): void {
    const isOpen = (event.target as HTMLInputElement).checked;
    this.terms.update(({ readable, writable, ...days }) => ({
      ...days,
      readable: withArea(readable, area, isOpen),
      writable: isOpen ? writable : withArea(writable, area, false),
    }));
  }

  protected write(area: Area, event: Event): void {
    const isOpen = (event.target as HTMLInputElement).checked;
    this.terms.update(({ readable, writable, ...days }) => ({
      ...days,
      readable: isOpen ? withArea(readable, area, true) : readable,
      writable: withArea(writable, area, isOpen),
    }));
  }

  protected day(which: 'from' | 'until', event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.terms.update((terms) => ({ ...terms, [which]: value }));
  }
}

function withArea(areas: readonly Area[], area: Area, isIn: boolean): readonly Area[] {
  return AREAS.filter((one) => (one === area ? isIn : areas.includes(one)));
}
