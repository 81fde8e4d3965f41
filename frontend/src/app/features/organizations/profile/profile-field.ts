import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  FIELD_MESSAGES,
  FIRST_FOUNDING_YEAR,
  creditCodeProblem,
  firstDayOf,
  sideOf,
} from '@liangxing/contracts';
import { DateField } from '../../../core/date-field/date-field';
import { tellsHeld } from '../../../core/drafts/held-fields';
import type { UsableSchemeDto } from '../../../core/api/generated/openapi';
import { PersonField } from '../../../core/people/person-field';
import { LanguageService } from '../../../core/i18n/language.service';
import type { ProfileContent, ProfileField } from './profile';
import type { FieldLayout } from './profile-sections';
import { ProfileStore } from './profile-store';
import { type ListRow, RowList } from './row-list';
import { TextLines } from './text-lines';

/** One field of the profile with its label, its hint and what is wrong with it. */
@Component({
  selector: 'lx-profile-field',
  imports: [DateField, PersonField, RowList, TextLines, TranslocoDirective],
  templateUrl: './profile-field.html',
  host: {
    '[class]': "'field ' + (layout().width ?? '')",
    '[attr.data-field]': "'profile.' + name()",
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProfileFieldEditor {
  protected readonly store = inject(ProfileStore);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageService);

  private readonly tellHeld = tellsHeld();

  readonly layout = input.required<FieldLayout>();
  readonly schemes = input<readonly UsableSchemeDto[]>([]);
  readonly disabled = input(false);

  protected readonly name = computed<ProfileField>(() => this.layout().name);
  protected readonly value = computed(() => this.store.content()?.[this.name()] ?? null);
  protected readonly text = computed(() => String(this.value() ?? ''));
  protected readonly userId = computed(() => this.store.fieldOf(this.name())?.userId ?? null);
  protected readonly rows = computed(() => (this.value() ?? []) as unknown as readonly ListRow[]);
  protected readonly lines = computed(() => (this.value() ?? []) as readonly string[]);
  protected readonly problem = computed(
    () => this.wrongCode() ?? this.refusal() ?? this.contradiction() ?? '',
  );
  private readonly refusal = computed(
    () => this.store.refused().get(this.name())?.within(this.name())[0]?.message,
  );
  /** What stands in the field is no whole number from 0; what is stored stays. */
  protected readonly isNoFigure = signal(false);
  private readonly wrongCode = computed(() => {
    const isCode = this.name() === 'creditCode' && this.text() !== '';
    const problem = this.isNoFigure() ? 'not_integer' : isCode && creditCodeProblem(this.text());
    const words = problem ? FIELD_MESSAGES[problem] : undefined;
    return words && words[sideOf(this.language.current())];
  });
  /** Said where it is typed; both days are kept, for the other one may be the wrong one. */
  private readonly contradiction = computed(() => {
    const content = this.store.content();
    if (this.name() !== 'systemEffectiveOn' || !content) return null;
    const { systemReleasedOn: released, systemEffectiveOn: effective } = content;
    if (!released || !effective || effective >= released) return null;
    return this.transloco.translate('organizations.profile.effectiveBeforeRelease', { released });
  });
  /** Empty: that of every day. */
  protected readonly firstDay = computed(() =>
    this.name() === 'foundedOn' ? firstDayOf(FIRST_FOUNDING_YEAR) : '',
  );
  protected readonly conflict = computed(() => {
    const conflict = this.store.conflicts().get(this.name());
    return conflict && { mine: conflict.mine.value, theirs: conflict.theirs[this.name()] };
  });
  protected readonly grades = computed(() => {
    const schemes = this.schemes();
    const scheme =
      schemes.find(({ id }) => id === this.store.content()?.schemeId) ??
      schemes.find(({ isHistorical }) => !isHistorical);
    return [...(scheme?.targetGrades ?? [])].reverse();
  });
  /** Digits 3–8 of the credit code are the region (GB 32100-2015, 4): offered where the region is empty. */
  protected readonly regionOfCode = computed(() => {
    const content = this.store.content();
    if (this.name() !== 'regionCode' || !content || content.regionCode !== '') return '';
    return /^.{2}(\d{6})/.exec(content.creditCode)?.[1] ?? '';
  });
  /** The letter of GB/T 4754 in front of an industry code. */
  protected readonly industryLetter = computed(() => {
    if (this.name() !== 'industryCode') return '';
    return /^[A-T]/.exec(this.text().toUpperCase())?.[0] ?? '';
  });

  protected setText(text: string): void {
    this.store.set(this.name(), text as ProfileContent[ProfileField]);
  }

  protected setCreditCode(text: string): void {
    const code = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
    this.store.set('creditCode', code);
  }

  /** Empty means unknown: null for dates, figures and choices. */
  protected setOrNull(text: string): void {
    this.store.set(this.name(), (text === '' ? null : text) as ProfileContent[ProfileField]);
  }

  protected setNumber(field: HTMLInputElement): void {
    const isNoFigure = !field.validity.valid;
    this.isNoFigure.set(isNoFigure);
    this.tellHeld(field, isNoFigure);
    if (isNoFigure) return;
    const figure = field.value === '' ? null : Number(field.value);
    this.store.set(this.name(), figure as ProfileContent[ProfileField]);
  }

  protected setRows(rows: readonly ListRow[]): void {
    this.store.set(this.name(), rows as unknown as ProfileContent[ProfileField]);
  }

  protected setLines(lines: readonly string[]): void {
    this.store.set(this.name(), lines as ProfileContent[ProfileField]);
  }

  protected titleOf(scheme: UsableSchemeDto): string {
    return scheme.title[this.language.current()] ?? scheme.title['zh-CN'] ?? scheme.id;
  }

  /** A conflicting value as a person reads it. */
  protected shown(value: unknown): string {
    if (Array.isArray(value))
      return value
        .map((entry) => this.shown(entry))
        .join(this.transloco.translate('parting.clauses'));
    if (typeof value === 'object' && value !== null) {
      const told = Object.entries(value).filter(([key, part]) => part && !/userId$/i.test(key));
      return told.map(([, part]) => String(part)).join(' · ');
    }
    return value === null || value === '' ? '—' : String(value);
  }
}
