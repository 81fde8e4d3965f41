import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { nextCertificateNumber, isNumberPattern } from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import type { CertificateSettingsDto } from '../../core/api/generated/openapi';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { dayOfChina } from '../../core/i18n/day-of-china';
import { Busy } from '../../core/once/busy';
import { CurrentOrganization } from '../../core/session/current-organization';

/** 编号与期限: how a body numbers its certificates, and how long they and publicities last. */
@Component({
  selector: 'lx-certificate-settings',
  imports: [ProblemNotice, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (typed(); as now) {
        <form novalidate data-testid="certificate-settings" (submit)="save($event)">
          <h2>{{ t('certificates.settings') }}</h2>
          <lx-problem-notice [problem]="problem()" [listFields]="true" />
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
          <label>
            {{ t('certificates.years') }}
            <input
              class="ant-input"
              type="number"
              min="1"
              max="5"
              [readonly]="!canWrite()"
              [value]="now.years"
              (input)="type({ years: +textOf($event) })"
            />
          </label>
          <label>
            {{ t('certificates.publicityDays') }}
            <input
              class="ant-input"
              type="number"
              min="5"
              max="30"
              [readonly]="!canWrite()"
              [value]="now.publicityDays"
              (input)="type({ publicityDays: +textOf($event) })"
            />
          </label>
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

  protected readonly busy = new Busy();
  protected readonly typed = signal<CertificateSettingsDto | null>(null);
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
    void this.read();
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected type(change: Partial<CertificateSettingsDto>): void {
    const now = this.typed();
    if (now !== null) this.typed.set({ ...now, ...change });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const now = this.typed();
    if (now === null) return;
    const { version: ifMatch, shortCode, numberPattern, years, publicityDays } = now;
    const body = { shortCode: shortCode.trim(), numberPattern, years, publicityDays };
    this.problem.set(null);
    try {
      await this.busy.run(async () => {
        this.typed.set(await this.api.put('/certificate-settings', { ifMatch, body }));
        this.notices.done(this.transloco.translate('certificates.saved'));
      }, 'save');
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      // What somebody else stored is written over by the next click; what was typed stays.
      if (problem.status === 409) await this.takeVersion();
    }
  }

  private async takeVersion(): Promise<void> {
    const stored = await this.api.get('/certificate-settings').catch(() => null);
    if (stored !== null) this.type({ version: stored.version });
  }

  private async read(): Promise<void> {
    try {
      this.typed.set(await this.api.get('/certificate-settings'));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
