import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  output,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  formatOwnNumber,
  NumberingRuleError,
  parseNumberingRule,
} from '@liangxing/standard-number';
import { DRAFT_KINDS, type DraftKind } from './draft';
import { DraftsStore } from './drafts-store';

/** How the enterprise numbers its standards, with an example while one types. */
@Component({
  selector: 'lx-numbering-form',
  imports: [TranslocoDirective],
  template: `
    <form class="sheet" (submit)="save($event)" *transloco="let t">
      <h2>{{ t('drafts.numbering.title') }}</h2>
      <p class="muted small">{{ t('drafts.numbering.help') }}</p>
      <div class="form-grid">
        <label class="field half">
          <span>{{ t('drafts.numbering.pattern') }}</span>
          <input
            class="ant-input"
            maxlength="80"
            data-testid="numbering-pattern"
            [value]="pattern()"
            [attr.aria-invalid]="fault() !== ''"
            (input)="pattern.set($any($event.target).value)"
          />
          @if (fault()) {
            <span class="small blocks" role="alert">{{
              t('drafts.numbering.faults.' + fault())
            }}</span>
          } @else {
            <span class="small" data-testid="numbering-example">{{
              t('drafts.numbering.example', { number: example() })
            }}</span>
          }
        </label>
        @for (kind of kinds; track kind) {
          <label class="field quarter">
            <span>{{ t('drafts.numbering.class', { kind: t('drafts.kinds.' + kind) }) }}</span>
            <input
              class="ant-input"
              maxlength="4"
              pattern="[A-Z]*"
              [attr.data-testid]="'class-' + kind"
              [value]="classes()[kind]"
              (input)="setClass(kind, $any($event.target).value)"
            />
          </label>
        }
      </div>
      <div class="toolbar">
        <button
          type="submit"
          class="ant-btn ant-btn-primary"
          data-testid="save-numbering"
          [disabled]="store.isBusy() || fault() !== ''"
        >
          <span>{{ t('actions.save') }}</span>
        </button>
        <button type="button" class="ant-btn" (click)="closed.emit()">
          {{ t('actions.cancel') }}
        </button>
      </div>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NumberingForm {
  protected readonly store = inject(DraftsStore);
  readonly closed = output();
  protected readonly kinds = DRAFT_KINDS;
  protected readonly pattern = signal('');
  protected readonly classes = signal<Readonly<Record<DraftKind, string>>>({
    technical: 'J',
    management: 'G',
    post: 'Z',
  });
  private readonly rule = computed(() => {
    try {
      return parseNumberingRule(this.pattern());
    } catch (error) {
      if (error instanceof NumberingRuleError) return error.fault;
      throw error;
    }
  });
  protected readonly fault = computed(() => {
    const rule = this.rule();
    return typeof rule === 'string' ? rule : '';
  });
  protected readonly example = computed(() => {
    const rule = this.rule();
    const values = { class: this.classes().management, node: 'G04', serial: 1 };
    return typeof rule === 'string'
      ? ''
      : formatOwnNumber(rule, { ...values, year: new Date().getFullYear() });
  });

  constructor() {
    effect(() => {
      const numbering = this.store.numbering();
      if (numbering === null) return;
      untracked(() => {
        this.pattern.set(numbering.pattern || numbering.suggestion);
        this.classes.set(numbering.classes);
      });
    });
  }

  protected setClass(kind: DraftKind, letters: string): void {
    this.classes.update((classes) => ({ ...classes, [kind]: letters.toUpperCase() }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const numbering = this.store.numbering();
    if (numbering === null || this.fault() !== '') return;
    const saved = { ...numbering, pattern: this.pattern(), classes: this.classes() };
    if (await this.store.saveNumbering(saved)) this.closed.emit();
  }
}
