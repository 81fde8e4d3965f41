import {
  ApplicationRef,
  ElementRef,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { HeldFields } from './held-fields';

/**
 * Where a field's or a form's value is: nothing is typed and what waits from before is not known yet (`reading`), with the server (`saved`), on the way (`saving`), only here
 * (`unsaved`), only here because the server is not reached (`offline`), in conflict with another
 * person's value (`conflict`), refused by the server until mended (`refused`), or too late, for the
 * thing was closed meanwhile (`closed`).
 */
export type SaveStateName =
  'reading' | 'saved' | 'saving' | 'unsaved' | 'offline' | 'conflict' | 'refused' | 'closed';

/**
 * Whether closing the page now may lose something: it is on its way, or a field holds what was not taken and is kept nowhere.
 * What cannot go now is kept on this machine.
 */
export function isLostAtClosing(state: SaveStateName, isHeld: boolean): boolean {
  return isHeld || state === 'saving' || state === 'unsaved';
}

@Component({
  selector: 'lx-save-state',
  imports: [TranslocoDirective],
  template: `
    <span
      class="state"
      role="status"
      data-testid="save-state"
      [attr.data-state]="shown()"
      [class]="shown()"
      *transloco="let t"
      >{{ shown() === 'reading' ? '' : t('saveState.' + shown()) }}</span
    >
    @if (canTakeStored() && canGiveUp()) {
      <button
        type="button"
        class="plain"
        data-testid="take-stored"
        *transloco="let t"
        (click)="takeStored.emit()"
      >
        {{ t('saveState.takeStored') }}
      </button>
    }
  `,
  styles: `
    .state {
      color: var(--lx-ink-3);
      font-size: 12px;
      white-space: nowrap;
    }
    .state:not(.reading)::before {
      display: inline-block;
      width: 7px;
      height: 7px;
      margin-right: 5px;
      border: 1px solid currentcolor;
      border-radius: 50%;
      content: '';
    }
    .saved::before {
      background: currentcolor;
    }
    .saved {
      color: var(--lx-good);
    }
    .unsaved,
    .offline {
      color: var(--lx-warn);
    }
    .conflict,
    .refused,
    .closed {
      color: var(--lx-block);
    }
  `,
  host: { '(window:beforeunload)': 'ask($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SaveState {
  private readonly application = inject(ApplicationRef);

  readonly state = input.required<SaveStateName>();
  private readonly held = inject(HeldFields);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** Whether the page knows of a field that holds what was not taken, beside those that tell so themselves. */
  readonly holdsUntaken = input(false);
  private readonly isHeld = computed(
    () => this.holdsUntaken() || this.held.areBeside(this.element),
  );
  /** Nothing is all saved while a field holds what was not taken. */
  protected readonly shown = computed<SaveStateName>(() => {
    const state = this.state();
    return this.isHeld() && ['reading', 'saved', 'saving', 'unsaved', 'offline'].includes(state)
      ? 'refused'
      : state;
  });
  /** Whether what the server does not take can be given up here. */
  readonly canTakeStored = input(false);
  readonly takeStored = output();
  protected readonly canGiveUp = computed(() =>
    ['refused', 'conflict', 'closed'].includes(this.state()),
  );

  /** The browser asks before it closes a page whose text would be lost. */
  protected ask(event: BeforeUnloadEvent): void {
    // The field that was left just now counts.
    this.application.tick();
    if (isLostAtClosing(this.state(), this.isHeld())) event.preventDefault();
  }
}
