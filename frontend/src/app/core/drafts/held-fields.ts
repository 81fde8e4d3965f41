import { DestroyRef, Injectable, inject, signal } from '@angular/core';

/** What a field stands in: a dialog's fields are no fields of the page below it. */
const placeOf = (element: Element): Element | null => element.closest('[role="dialog"], dialog');

/**
 * Fields that hold what was typed and not taken, such as a day that is none: told to nobody, it is nowhere but there. No
 * save state beside them may say that all is saved.
 */
@Injectable({ providedIn: 'root' })
export class HeldFields {
  private readonly fields = signal<ReadonlySet<HTMLInputElement>>(new Set());

  tell(field: HTMLInputElement, isHeld: boolean): void {
    if (this.fields().has(field) === isHeld) return;
    const fields = new Set(this.fields());
    if (isHeld) fields.add(field);
    else fields.delete(field);
    this.fields.set(fields);
  }

  /** Whether there is one beside an element. What stands in a form goes with its button, and says so there. */
  areBeside(element: Element): boolean {
    return [...this.fields()].some(
      (field) => field.form === null && placeOf(field) === placeOf(element),
    );
  }
}

/** How a field's component tells it of its field; what is gone holds nothing. */
export function tellsHeld(): (field: HTMLInputElement, isHeld: boolean) => void {
  const fields = inject(HeldFields);
  let told: HTMLInputElement | null = null;
  inject(DestroyRef).onDestroy(() => {
    if (told) fields.tell(told, false);
  });
  return (field, isHeld) => {
    told = field;
    fields.tell(field, isHeld);
  };
}
