import { ChangeDetectionStrategy, Component, effect, input } from '@angular/core';

let problems = 0;

/** Marks a field as wrong, or takes that back; of several wrong fields of a form the first gets the focus. */
export function markField(control: HTMLElement, problemId: string, isWrong: boolean): void {
  const described = new Set(control.getAttribute('aria-describedby')?.split(' '));
  if (described.has(problemId) === isWrong) return;
  if (isWrong) {
    control.setAttribute('aria-invalid', 'true');
    described.add(problemId);
    const form = control.closest('form') ?? control.ownerDocument;
    if (form.querySelector('[aria-invalid="true"]') === control) control.focus();
  } else {
    control.removeAttribute('aria-invalid');
    described.delete(problemId);
  }
  if (described.size > 0) control.setAttribute('aria-describedby', [...described].join(' '));
  else control.removeAttribute('aria-describedby');
}

/**
 * What the server says of one field, below it: the field is marked, named by it, and gets the focus, also
 * where the same is said again: whoever sends the form empties the message first.
 */
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
    effect(() => markField(this.control(), this.id, Boolean(this.message())));
  }
}
