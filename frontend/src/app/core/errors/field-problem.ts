import { ChangeDetectionStrategy, Component, effect, input } from '@angular/core';

let problems = 0;

/** What the server says of one field, below it: the field is marked, named by it, and gets the focus. */
@Component({
  selector: 'lx-field-problem',
  template: `@if (message()) {
    <span class="problem" role="alert" data-testid="field-problem" [id]="id">{{ message() }}</span>
  }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FieldProblem {
  readonly message = input.required<string | undefined>();
  readonly control = input.required<HTMLElement>();

  protected readonly id = `field-problem-${(problems += 1)}`;

  constructor() {
    effect(() => {
      const [control, isWrong] = [this.control(), Boolean(this.message())];
      const described = new Set(control.getAttribute('aria-describedby')?.split(' '));
      if (described.has(this.id) === isWrong) return;
      if (isWrong) {
        control.setAttribute('aria-invalid', 'true');
        described.add(this.id);
        control.focus();
      } else {
        control.removeAttribute('aria-invalid');
        described.delete(this.id);
      }
      if (described.size > 0) control.setAttribute('aria-describedby', [...described].join(' '));
      else control.removeAttribute('aria-describedby');
    });
  }
}
