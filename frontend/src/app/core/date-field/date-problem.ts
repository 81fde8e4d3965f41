import { ChangeDetectionStrategy, Component, signal } from '@angular/core';

let remarks = 0;

/** What is wrong with the text of a date field, below it. */
@Component({
  selector: 'lx-date-problem',
  template: `{{ text() }}`,
  styles: `
    :host {
      display: block;
      max-width: 320px;
      padding: 2px 8px;
      border: 1px solid var(--lx-block);
      border-radius: var(--lx-radius);
      background: var(--lx-block-soft);
      color: var(--lx-block);
      font-size: 12px;
    }
  `,
  host: { role: 'alert', 'data-testid': 'date-problem', '[id]': 'id' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DateProblem {
  readonly id = `date-problem-${(remarks += 1)}`;
  readonly text = signal('');
}
