import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import { QuietTimer } from '../../core/typing/quiet-timer';
import type { AlikeStandard } from './standard';

const quietMilliseconds = 300;

/** Says beside a number that is typed where the same standard stands in the register, also in another edition. */
@Component({
  selector: 'lx-alike-standards',
  imports: [TranslocoDirective],
  template: `
    @if (found().length > 0) {
      <ul class="alike" role="status" data-testid="alike-standards" *transloco="let t">
        @for (one of found(); track one.id) {
          <li [class.same]="one.likeness === 'same'">
            {{ t('standards.alike.' + one.likeness) }}
            <button type="button" data-testid="open-alike" (click)="opened.emit(one.id)">
              {{ one.number || one.title }}
            </button>
            {{ one.number ? one.title : '' }}
            <span class="muted">· {{ t('standards.statuses.' + one.status) }}</span>
            @if (one.systemCode) {
              <span class="muted"
                >· {{ t('standards.alike.place', { code: one.systemCode }) }}</span
              >
            }
          </li>
        }
      </ul>
    }
  `,
  styles: `
    .alike {
      margin: 4px 0 0;
      padding: 4px 8px;
      list-style: none;
      background: var(--lx-warn-soft);
      font-size: 12px;
    }
    li.same {
      font-weight: 600;
    }
    button {
      padding: 0;
      border: 0;
      background: none;
      color: var(--lx-accent);
      font: inherit;
      text-decoration: underline;
      cursor: pointer;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AlikeStandards {
  private readonly api = inject(Api);
  private readonly timer = new QuietTimer();
  private question = 0;

  readonly number = input.required<string>();
  /** The row that is written itself. */
  readonly except = input('');
  readonly opened = output<string>();
  /** Whether something is said here; so a second click may mean it. */
  readonly told = output<readonly AlikeStandard[]>();

  protected readonly found = signal<readonly AlikeStandard[]>([]);

  constructor() {
    effect(() => {
      const [number, except] = [this.number().trim(), this.except()];
      untracked(() => this.look(number, except));
    });
    inject(DestroyRef).onDestroy(() => this.timer.stop());
  }

  private look(number: string, except: string): void {
    this.question += 1;
    const { question } = this;
    if (number === '') return this.tell([]);
    this.timer.start(quietMilliseconds, () => {
      // Where it cannot be told now, saving tells it.
      const asked = { number: number.slice(0, 200), except };
      void this.api.get('/standards/alike', asked).then(
        (found) => question === this.question && this.tell(found),
        () => undefined,
      );
    });
  }

  private tell(found: readonly AlikeStandard[]): void {
    this.found.set(found);
    this.told.emit(found);
  }
}
