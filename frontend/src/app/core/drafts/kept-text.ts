import { Directive, ElementRef, inject, input } from '@angular/core';
import { keepForm } from './kept-form';
import { typedFrom } from './typed-from';

/** A field whose text is kept on this machine, under the name of its place, until it is sent. */
@Directive({
  selector: 'textarea[lxKept]',
  exportAs: 'lxKept',
  host: { '(input)': 'text.set(field.value)' },
})
export class KeptText {
  protected readonly field = inject<ElementRef<HTMLTextAreaElement>>(ElementRef).nativeElement;

  /** Among all places of the organization. */
  readonly lxKept = input.required<string>();

  protected readonly text = typedFrom<string, string>(
    () => this.lxKept(),
    () => '',
  );
  private readonly kept = keepForm<string>({
    place: () => this.lxKept(),
    typed: () => this.text() || null,
    show: (kept = '') => {
      this.text.set(kept);
      this.field.value = kept;
    },
  });

  /** It was sent. */
  forget(): void {
    this.text.set('');
    this.kept.forget();
  }
}
