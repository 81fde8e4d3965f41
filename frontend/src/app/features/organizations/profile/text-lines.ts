import { ChangeDetectionStrategy, Component, input, linkedSignal, output } from '@angular/core';
import { isSameValue } from '../../../core/drafts/merge-fields';

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A list of short texts, one in each line. */
@Component({
  selector: 'lx-text-lines',
  template: `
    <textarea
      class="ant-input"
      rows="3"
      [id]="inputId()"
      [value]="text()"
      [disabled]="disabled()"
      (input)="change(area.value)"
      #area
    ></textarea>
  `,
  styles: `
    :host {
      display: block;
    }
    textarea {
      min-height: 76px;
      resize: vertical;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextLines {
  readonly inputId = input.required<string>();
  readonly lines = input.required<readonly string[]>();
  readonly disabled = input(false);
  readonly linesChange = output<readonly string[]>();

  /** The text as typed, blank lines and all, until the list changes from outside. */
  protected readonly text = linkedSignal<readonly string[], string>({
    source: this.lines,
    computation: (lines, previous) =>
      previous && isSameValue(linesOf(previous.value), lines) ? previous.value : lines.join('\n'),
  });

  protected change(text: string): void {
    this.text.set(text);
    this.linesChange.emit(linesOf(text));
  }
}
