import {
  ChangeDetectionStrategy,
  Component,
  effect,
  inject,
  output,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { textIn } from '@liangxing/scheme';
import { Api } from '../../../core/api/api';
import type { OfferedSchemeDto } from '../../../core/api/generated/openapi';
import { Notices } from '../../../core/errors/notices';
import { type Problem, problemOf } from '../../../core/errors/problem';
import { ProblemNotice } from '../../../core/errors/problem-notice';
import { LanguageService } from '../../../core/i18n/language.service';
import { TimePipe } from '../../../core/i18n/time.pipe';
import { Busy } from '../../../core/once/busy';
import { CurrentOrganization } from '../../../core/session/current-organization';

/** 评价组织公开的评分表: an enterprise takes them over as its own. */
@Component({
  selector: 'lx-offered-list',
  imports: [ProblemNotice, TimePipe, TranslocoDirective],
  template: `
    <lx-problem-notice [problem]="problem()" />
    @if (offered().length > 0) {
      <section class="sheet" *transloco="let t">
        <h2>{{ t('schemes.offers.offered') }}</h2>
        <p class="muted">{{ t('schemes.offers.offeredHint') }}</p>
        <div
          class="scroll"
          tabindex="0"
          role="group"
          [attr.aria-label]="t('schemes.offers.offered')"
        >
          <table class="dense" data-testid="offered-schemes">
            <thead>
              <tr>
                <th scope="col">{{ t('schemes.offers.body') }}</th>
                <th scope="col">{{ t('schemes.name') }}</th>
                <th scope="col">{{ t('schemes.version') }}</th>
                <th scope="col">{{ t('schemes.offers.since') }}</th>
                <th scope="col">
                  <span class="visually-hidden">{{ t('schemes.offers.takeOver') }}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              @for (one of offered(); track one.bodyId + one.schemeId) {
                <tr>
                  <td>{{ one.bodyName }}</td>
                  <td>{{ titleOf(one) }}</td>
                  <td>{{ one.version }}</td>
                  <td class="nowrap">{{ one.offeredAt | lxTime: 'day' }}</td>
                  <td>
                    <button
                      type="button"
                      class="ant-btn ant-btn-sm"
                      data-testid="take-over"
                      [attr.aria-label]="t('schemes.offers.takeOverOf', { title: titleOf(one) })"
                      [disabled]="busy.isBusy()"
                      (click)="takeOver(one)"
                    >
                      <span>{{ t('schemes.offers.takeOver') }}</span>
                    </button>
                  </td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      </section>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OfferedList {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageService);
  private readonly organization = inject(CurrentOrganization);

  /** One of them is among the own schemes now. */
  readonly takenOver = output();

  protected readonly busy = new Busy();
  protected readonly offered = signal<readonly OfferedSchemeDto[]>([]);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    effect(() => {
      const id = this.organization.id();
      this.offered.set([]);
      this.problem.set(null);
      if (id) untracked(() => void this.load(id));
    });
  }

  protected titleOf({ title }: OfferedSchemeDto): string {
    return textIn(title, this.language.current());
  }

  protected takeOver(one: OfferedSchemeDto): void {
    const { bodyId, schemeId } = one;
    void this.busy.run(async () => {
      this.problem.set(null);
      try {
        const path = '/offered-schemes/{bodyId}/{schemeId}/copies';
        const { version } = await this.api.post(path, { bodyId, schemeId });
        const told = { title: this.titleOf(one), version };
        this.notices.done(this.transloco.translate('schemes.offers.taken', told));
        this.takenOver.emit();
      } catch (error) {
        this.problem.set(problemOf(error));
        await this.load(this.organization.id());
      }
    }, 'take-over');
  }

  private async load(organizationId: string): Promise<void> {
    try {
      const offered = await this.api.get('/offered-schemes');
      if (organizationId === this.organization.id()) this.offered.set(offered);
    } catch (error) {
      this.notices.failed(error);
    }
  }
}
