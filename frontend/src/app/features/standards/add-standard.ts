import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  computed,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemNotice } from '../../core/errors/problem-notice';
import type { Problem } from '../../core/errors/problem';
import { Busy } from '../../core/once/busy';
import { AlikeStandards } from './alike-standards';
import { CellText } from './cell-text';
import { tooLong } from './limits';
import { RegisterStore } from './register-store';
import type { AlikeStandard } from './standard';

const FIELDS = ['systemCode', 'number', 'title'] as const;
type Field = (typeof FIELDS)[number];

/** 新增: code, number and title of one standard; the rest is written where it is shown whole. */
@Component({
  selector: 'lx-add-standard',
  imports: [TranslocoDirective, AlikeStandards, ProblemNotice],
  templateUrl: './add-standard.html',
  styleUrl: './add-standard.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AddStandard {
  private readonly store = inject(RegisterStore);
  private readonly text = inject(CellText);
  private readonly first = viewChild<ElementRef<HTMLInputElement>>('number');

  readonly closed = output();
  readonly opened = output<string>();

  protected readonly adding = new Busy();
  protected readonly typed = signal<Readonly<Record<Field, string>>>(empty());
  private readonly refusal = signal<Problem | null>(null);
  private readonly alike = signal<readonly AlikeStandard[]>([]);
  /** The refusal was for what is there already; it stands above the form until the number is another. */
  protected readonly problem = computed(() => {
    const problem = this.refusal();
    return problem && problem.fields.length === 0 ? problem : null;
  });
  /** Whoever has been told that it is there may add it once more. */
  protected readonly isTold = computed(
    () => this.alike().length > 0 || this.refusal()?.code === 'standard_exists',
  );

  protected type(field: Field, value: string): void {
    this.typed.update((typed) => ({ ...typed, [field]: value }));
    this.refusal.set(null);
  }

  protected told(found: readonly AlikeStandard[]): void {
    this.alike.set(found);
  }

  protected wrongOf(field: Field): string {
    const problem = tooLong(field, this.typed()[field]);
    if (problem) return this.text.tooLong(field, problem);
    return this.refusal()?.field(field) ?? '';
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const { systemCode, number, title } = this.typed();
    const standard = {
      systemCode: systemCode.trim(),
      number: number.trim(),
      title: title.trim(),
    };
    if (!standard.number && !standard.title) return;
    if (FIELDS.some((field) => tooLong(field, standard[field]))) return;
    const isMeant = this.isTold();
    await this.adding.run(async () => {
      const refusal = await this.store.add(standard, isMeant);
      this.refusal.set(refusal);
      if (refusal) return;
      this.typed.set(empty());
      this.first()?.nativeElement.focus();
    }, JSON.stringify(standard));
  }
}

function empty(): Readonly<Record<Field, string>> {
  return { systemCode: '', number: '', title: '' };
}
