import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { INDUSTRY_LETTERS, isIndustry } from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import type { AssessorDto, WriteAssessorDto } from '../../core/api/generated/openapi';
import { DateField } from '../../core/date-field/date-field';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { FocusFirst } from '../../core/focus/focus-first';
import { Busy } from '../../core/once/busy';

type Qualification = WriteAssessorDto['qualifications'][number];

/** What is typed in one field, parted by commas and the like. */
const parted = (text: string, by = /[、,;\n]+/): string[] => {
  const parts = text.normalize('NFKC').split(by);
  return [...new Set(parts.map((each) => each.trim()).filter((each) => each !== ''))];
};

/** Codes have no blanks in them. */
const codesIn = (text: string): string[] => parted(text.toUpperCase(), /[、,;\s]+/);

/** What a member of a body may evaluate; another one's is another form. */
@Component({
  selector: 'lx-assessor-form',
  imports: [DateField, FocusFirst, ProblemNotice, TranslocoDirective],
  templateUrl: './assessor-form.html',
  styleUrl: './bodies.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssessorForm {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);

  readonly stored = input.required<AssessorDto>();
  readonly schemes = input<readonly { readonly id: string; readonly title: string }[]>([]);
  readonly saved = output<AssessorDto>();
  readonly cancelled = output();

  protected readonly letters = INDUSTRY_LETTERS;
  protected readonly busy = new Busy();
  protected readonly problem = signal<Problem | null>(null);
  /** What somebody else has saved meanwhile: the next save is upon it. */
  protected readonly theirs = signal<AssessorDto | null>(null);
  protected readonly chosenLetters = linkedSignal<readonly string[]>(() =>
    this.stored().industries.filter((each) => each.length === 1),
  );
  protected readonly divisions = linkedSignal(() =>
    this.stored()
      .industries.filter((each) => each.length > 1)
      .join(this.transloco.translate<string>('parting.names')),
  );
  protected readonly chosenSchemes = linkedSignal<readonly string[]>(() => {
    const known = new Set(this.schemes().map(({ id }) => id));
    return this.stored().schemes.filter((each) => known.has(each));
  });
  protected readonly otherSchemes = linkedSignal(() => {
    const known = new Set(this.schemes().map(({ id }) => id));
    return this.stored()
      .schemes.filter((each) => !known.has(each))
      .join('\n');
  });
  protected readonly languages = linkedSignal(() =>
    this.stored().languages.join(this.transloco.translate<string>('parting.names')),
  );
  protected readonly note = linkedSignal(() => this.stored().note);
  protected readonly qualifications = linkedSignal<readonly Qualification[]>(
    () => this.stored().qualifications,
  );
  /** Divisions that GB/T 4754 does not know. */
  protected readonly unknown = computed(() =>
    codesIn(this.divisions()).filter((each) => !isIndustry(each)),
  );
  protected readonly isUntitled = computed(() =>
    this.qualifications().some(({ title }) => title.trim() === ''),
  );
  protected readonly isTried = signal(false);

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected toggled(list: readonly string[], value: string, event: Event): readonly string[] {
    const others = list.filter((one) => one !== value);
    return (event.target as HTMLInputElement).checked ? [...others, value] : others;
  }

  protected setQualification(at: number, change: Partial<Qualification>): void {
    this.qualifications.update((all) =>
      all.map((one, index) => (index === at ? { ...one, ...change } : one)),
    );
  }

  protected addQualification(): void {
    const one = { title: '', number: '', issuedBy: '', validUntil: null };
    this.qualifications.update((all) => [...all, one]);
  }

  protected removeQualification(at: number): void {
    this.qualifications.update((all) => all.filter((_, index) => index !== at));
  }

  /** Where somebody else has saved meanwhile, what is typed stays, and the next save is upon theirs. */
  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.isTried.set(true);
    if (this.unknown().length > 0 || this.isUntitled()) return;
    this.problem.set(null);
    try {
      await this.busy.run(async () => {
        const { userId } = this.stored();
        const { version: ifMatch } = this.theirs() ?? this.stored();
        const body = this.content();
        const saved = await this.api.put('/assessors/{userId}', { userId, ifMatch, body });
        this.notices.done(this.transloco.translate('bodies.saved'));
        this.saved.emit(saved);
      }, 'save');
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      if (problem.isConflict && problem.current !== undefined && problem.current !== null)
        this.theirs.set(problem.current as AssessorDto);
    }
  }

  private content(): WriteAssessorDto {
    const others = this.otherSchemes()
      .split('\n')
      .map((each) => each.trim())
      .filter((each) => each !== '');
    return {
      industries: [...this.chosenLetters(), ...codesIn(this.divisions())],
      schemes: [...new Set([...this.chosenSchemes(), ...others])],
      qualifications: [...this.qualifications()],
      languages: parted(this.languages()),
      note: this.note().trim(),
    };
  }
}
