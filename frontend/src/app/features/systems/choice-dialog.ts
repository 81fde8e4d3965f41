import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ModalTitle } from '../../core/dialog/modal-title';
import type { ChoiceQuestion } from './questions';

const MOST = 100;

/** Finds one of many by a few letters: a node of the tree, an entry of the register. */
@Component({
  selector: 'lx-choice-dialog',
  imports: [ModalTitle, TranslocoDirective],
  template: `
    <div class="column" *transloco="let t">
      <h2 lxModalTitle>{{ question.title }}</h2>
      <input
        #search
        type="search"
        class="ant-input"
        data-testid="choice-search"
        [placeholder]="t('systems.choice.search')"
        [attr.aria-label]="t('systems.choice.search')"
        (input)="filter.set(search.value)"
        (keydown.enter)="chooseFirst($event)"
        (keydown.arrowDown)="focusFirst($event)"
      />
      <ul #options class="options" tabindex="-1" (keydown)="onKey($event)">
        @for (choice of found().shown; track choice.id) {
          <li>
            <button
              type="button"
              class="option"
              [attr.data-testid]="'choice-' + choice.id"
              (click)="choose(choice.id)"
            >
              <span>{{ choice.code }}</span>
              <span>{{ choice.label }}</span>
              @if (choice.hint) {
                <span class="hint">{{ choice.hint }}</span>
              }
            </button>
          </li>
        }
      </ul>
      <p class="muted small" role="status">
        {{
          t(found().more > 0 ? 'systems.choice.more' : 'systems.choice.count', {
            count: found().more || found().shown.length,
          })
        }}
      </p>
      <div class="buttons">
        <button type="button" class="ant-btn" (click)="dialog.close()">
          <span>{{ t('actions.cancel') }}</span>
        </button>
      </div>
    </div>
  `,
  styleUrl: './dialog.less',
  host: { 'data-testid': 'choice' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChoiceDialog {
  protected readonly dialog = inject(DialogRef);
  protected readonly question = inject<ChoiceQuestion>(DIALOG_DATA);
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('options');
  protected readonly filter = signal('');
  protected readonly found = computed(() => {
    const words = this.filter().trim().toLowerCase().split(/\s+/u);
    const has = (text: string) => words.every((word) => text.toLowerCase().includes(word));
    const choices = this.question.choices;
    const named = choices.filter(({ code, label }) => has(`${code} ${label}`));
    // What is meant is often in the purpose; names come first.
    const meant = choices.filter(
      (choice) =>
        !named.includes(choice) && has(`${choice.code} ${choice.label} ${choice.hint ?? ''}`),
    );
    const all = [...named, ...meant];
    return { shown: all.slice(0, MOST), more: Math.max(0, all.length - MOST) };
  });

  protected choose(id: string): void {
    this.dialog.close();
    this.question.choose(id);
  }

  protected chooseFirst(event: Event): void {
    // Else the same key would press the button that has the focus once the dialog is closed.
    event.preventDefault();
    const [first] = this.found().shown;
    if (first !== undefined && this.filter().trim() !== '') this.choose(first.id);
  }

  protected focusFirst(event: Event): void {
    event.preventDefault();
    this.options()[0]?.focus();
  }

  protected onKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const options = this.options();
    const at = options.findIndex((option) => option === document.activeElement);
    options[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
  }

  private options(): readonly HTMLElement[] {
    return [...this.list().nativeElement.querySelectorAll<HTMLElement>('.option')];
  }
}
