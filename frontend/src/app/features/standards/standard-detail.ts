import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  DOCUMENT,
  type ElementRef,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { DateField } from '../../core/date-field/date-field';
import { Api } from '../../core/api/api';
import { SaveState } from '../../core/drafts/save-state';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { type Problem, problemOf } from '../../core/errors/problem';
import { EvidenceDrop } from '../evidence';
import { AlikeStandards } from './alike-standards';
import { CellText } from './cell-text';
import { DETAIL_FIELDS, type DetailField } from './detail-fields';
import { tooLong } from './limits';
import { RegisterStore } from './register-store';
import { type ClaimedStatus, type Standard, type StandardChange, claimOf } from './standard';

/** One standard with everything that is known of it. Each field saves itself as it is left. */
@Component({
  selector: 'lx-standard-detail',
  imports: [DateField, TranslocoDirective, AlikeStandards, EvidenceDrop, ProblemNotice, SaveState],
  templateUrl: './standard-detail.html',
  styleUrl: './standard-detail.less',
  host: { '(keydown.escape)': 'leave($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StandardDetail {
  protected readonly store = inject(RegisterStore);
  private readonly api = inject(Api);
  protected readonly text = inject(CellText);
  private readonly panel = viewChild<ElementRef<HTMLElement>>('panel');

  readonly id = input.required<string>();
  readonly readOnly = input(false);
  readonly closed = output();
  readonly opened = output<string>();

  protected readonly fields = DETAIL_FIELDS;
  protected readonly row = signal<Standard | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly number = signal('');
  /** What is wrong, by field; the text stays in the field until it is right. */
  protected readonly wrong = signal<Readonly<Record<string, string>>>({});
  protected readonly isWrong = computed(() => Object.values(this.wrong()).some(Boolean));

  constructor() {
    const before = inject(DOCUMENT).activeElement;
    inject(DestroyRef).onDestroy(() => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    });
    effect(() => {
      const id = this.id();
      untracked(() => void this.load(id));
    });
    effect(() => {
      const row = this.store.replaced();
      if (row && row.id === this.id()) this.row.set(row);
    });
  }

  protected valueOf(row: Standard, { key }: DetailField): string {
    const value = row[key];
    return typeof value === 'string' ? value : '';
  }

  /** The level follows from the number where that tells it. */
  protected isFixed(row: Standard, { key }: DetailField): boolean {
    return this.readOnly() || (key === 'level' && isTold(row));
  }

  /** A field that is being written is left first, so that it saves itself. */
  protected leave({ target }: Event): void {
    if (target instanceof HTMLElement) target.blur();
    this.closed.emit();
  }

  protected save(row: Standard, field: DetailField, value: string): void {
    const { key } = field;
    const problem = tooLong(key, value);
    this.mark(key, problem ? this.text.tooLong(key, problem) : '');
    if (problem || value.trim() === this.valueOf(row, field)) return;
    this.store.change(row, changeOf(field, value.trim()), (refusal) => {
      for (const { path, message } of refusal.fields) this.mark(path, message);
    });
  }

  protected plan(row: Standard, isPlanned: boolean): void {
    this.store.change(row, { isPlanned });
  }

  /** How many proofs it has is told by the row. */
  protected async reread(): Promise<void> {
    const row = await this.read(this.id()).catch(() => null);
    if (row && row.id === this.id()) this.store.replace(row);
  }

  private read(id: string): Promise<Standard> {
    return this.api.get('/standards/{id}', { id });
  }

  private mark(key: string, message: string): void {
    this.wrong.update((wrong) => ({ ...wrong, [key]: message }));
  }

  private async load(id: string): Promise<void> {
    this.wrong.set({});
    this.row.set(null);
    try {
      const row = await this.read(id);
      if (id !== this.id()) return;
      this.row.set(row);
      this.number.set(row.number);
      this.problem.set(null);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
    this.panel()?.nativeElement.focus();
  }
}

const isTold = ({ numberKind }: Standard): boolean =>
  numberKind === 'standard' || numberKind === 'plan';

function changeOf({ key, type }: DetailField, value: string): StandardChange {
  if (key === 'statusClaimed') return claimOf(value === '' ? null : (value as ClaimedStatus));
  return { [key]: type !== 'text' && type !== 'long' && value === '' ? null : value };
}
