import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  CERTIFICATE_YEARS,
  isNumberPattern,
  nextCertificateNumber,
  PUBLICITY_DAYS,
  RENEWAL_MONTHS,
} from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import type { CertificateSettingsDto } from '../../core/api/generated/openapi';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { dayOfChina } from '../../core/i18n/day-of-china';
import { Busy } from '../../core/once/busy';
import { Newest } from '../../core/once/newest';
import { CurrentOrganization } from '../../core/session/current-organization';
import { readWholeWithin, type Within } from '../../core/typing/whole-within';

/** Whole numbers, and between what they are. */
const NUMBERS = {
  years: CERTIFICATE_YEARS,
  publicityDays: PUBLICITY_DAYS,
  renewalMonths: RENEWAL_MONTHS,
} as const satisfies Readonly<Record<string, Within>>;
type NumberField = keyof typeof NUMBERS;
const FIELDS = [
  'years',
  'publicityDays',
  'renewalMonths',
] as const satisfies readonly NumberField[];

/** As it is typed: numbers are texts until they are saved. */
type TypedSettings = Omit<CertificateSettingsDto, NumberField> &
  Readonly<Record<NumberField, string>>;

const typedOf = (stored: CertificateSettingsDto): TypedSettings => ({
  ...stored,
  years: String(stored.years),
  publicityDays: String(stored.publicityDays),
  renewalMonths: String(stored.renewalMonths),
});

/** 编号与期限: how a body numbers its certificates, and how long they and publicities last. */
@Component({
  selector: 'lx-certificate-settings',
  imports: [ProblemNotice, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (typed() === null) {
        <lx-problem-notice [problem]="problem()" />
      }
      @if (typed(); as now) {
        <form novalidate data-testid="certificate-settings" (submit)="save($event)">
          <h2>{{ t('certificates.settings') }}</h2>
          <lx-problem-notice [problem]="problem()" [listFields]="true" />
          @if (theirs(); as other) {
            <section class="theirs" role="alert" data-testid="settings-theirs">
              <p>{{ t('certificates.theirs') }}</p>
              <p class="said">
                {{ other.shortCode || '—' }} · {{ other.numberPattern }} ·
                {{ t('certificates.years') }} {{ other.years }} ·
                {{ t('certificates.publicityDays') }} {{ other.publicityDays }} ·
                {{ t('certificates.renewalMonths') }} {{ other.renewalMonths }}
              </p>
              <button type="button" class="ant-btn ant-btn-sm" (click)="show(other)">
                <span>{{ t('saveState.takeStored') }}</span>
              </button>
            </section>
          }
          <label>
            {{ t('certificates.shortCode') }}
            <input
              class="ant-input"
              maxlength="20"
              [readonly]="!canWrite()"
              [value]="now.shortCode"
              (input)="type({ shortCode: textOf($event) })"
            />
          </label>
          <label>
            {{ t('certificates.pattern') }}
            <input
              class="ant-input"
              maxlength="60"
              data-testid="settings-pattern"
              [readonly]="!canWrite()"
              [value]="now.numberPattern"
              (input)="type({ numberPattern: textOf($event) })"
            />
          </label>
          @if (example(); as number) {
            <p class="muted small">{{ t('certificates.patternExample', { number }) }}</p>
          }
          @for (field of fields; track field) {
            <label>
              {{ t('certificates.' + field) }}
              <input
                class="ant-input"
                inputmode="numeric"
                autocomplete="off"
                [attr.data-testid]="'settings-' + field"
                [attr.aria-invalid]="wrong().has(field)"
                [attr.aria-describedby]="wrong().has(field) ? 'wrong-' + field : null"
                [readonly]="!canWrite()"
                [value]="now[field]"
                (input)="typeNumber(field, textOf($event))"
              />
            </label>
            @if (wrong().has(field)) {
              <p
                class="blocks"
                role="alert"
                [id]="'wrong-' + field"
                [attr.data-testid]="'wrong-' + field"
              >
                {{ t('certificates.wholeWithin', within[field]) }}
              </p>
            }
          }
          @if (canWrite()) {
            <div class="buttons">
              <button
                type="submit"
                class="ant-btn ant-btn-primary"
                data-testid="settings-save"
                [disabled]="busy.isBusy()"
              >
                <span>{{ t('certificates.save') }}</span>
              </button>
            </div>
          }
        </form>
      }
    </ng-container>
  `,
  styleUrl: './certificates.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CertificateSettings {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly organization = inject(CurrentOrganization);
  private readonly newest = new Newest();

  protected readonly busy = new Busy();
  protected readonly fields = FIELDS;
  protected readonly within = NUMBERS;
  protected readonly typed = signal<TypedSettings | null>(null);
  /** Numbers that cannot be saved as they were typed. */
  protected readonly wrong = signal<ReadonlySet<NumberField>>(new Set());
  /** What somebody else stored meanwhile: the next save is upon it. */
  protected readonly theirs = signal<CertificateSettingsDto | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly canWrite = computed(() => this.organization.can('certificates:write'));
  /** The first number of the year by this rule. */
  protected readonly example = computed(() => {
    const now = this.typed();
    if (now === null || !isNumberPattern(now.numberPattern)) return '';
    const rule = { shortCode: now.shortCode.trim(), pattern: now.numberPattern };
    return nextCertificateNumber(rule, dayOfChina(new Date()).slice(0, 4), []);
  });

  constructor() {
    effect(() => {
      if (this.organization.id()) untracked(() => void this.read());
    });
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected type(change: Partial<TypedSettings>): void {
    const now = this.typed();
    if (now !== null) this.typed.set({ ...now, ...change });
  }

  protected typeNumber(field: NumberField, text: string): void {
    this.type({ [field]: text });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const now = this.typed();
    if (now === null) return;
    const { version: ifMatch, shortCode, numberPattern } = now;
    const read = FIELDS.map(
      (field) => [field, readWholeWithin(now[field], NUMBERS[field])] as const,
    );
    this.wrong.set(new Set(read.flatMap(([field, value]) => (value === null ? [field] : []))));
    const [years, publicityDays, renewalMonths] = read.map(([, value]) => value);
    if (years == null || publicityDays == null || renewalMonths == null) return;
    const lasting = { years, publicityDays, renewalMonths };
    const body = { shortCode: shortCode.trim(), numberPattern, ...lasting };
    this.problem.set(null);
    const asked = this.organization.id();
    try {
      await this.busy.run(async () => {
        const stored = await this.api.put('/certificate-settings', { ifMatch, body });
        if (asked !== this.organization.id()) return;
        this.show(stored);
        this.notices.done(this.transloco.translate('certificates.saved'));
      }, 'save');
    } catch (error) {
      if (asked !== this.organization.id()) return;
      const problem = problemOf(error);
      this.problem.set(problem);
      if (problem.status === 409) await this.compare();
    }
  }

  protected show(stored: CertificateSettingsDto): void {
    this.typed.set(typedOf(stored));
    this.wrong.set(new Set());
    this.theirs.set(null);
    this.problem.set(null);
  }

  /** What was typed stays; what somebody else stored stands beside it, and is written over by the next save. */
  private async compare(): Promise<void> {
    const isNewest = this.newest.ask();
    const stored = await this.api.get('/certificate-settings').catch(() => null);
    if (stored === null || !isNewest()) return;
    this.theirs.set(stored);
    this.type({ version: stored.version });
  }

  /** Nothing of another organization stays. */
  private async read(): Promise<void> {
    const isNewest = this.newest.ask();
    this.typed.set(null);
    this.theirs.set(null);
    this.problem.set(null);
    try {
      const stored = await this.api.get('/certificate-settings');
      if (isNewest()) this.show(stored);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }
}
