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
import { Api } from '../../core/api/api';
import type { BodyProfileDto } from '../../core/api/generated/openapi';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Busy } from '../../core/once/busy';
import { Newest } from '../../core/once/newest';
import { CurrentOrganization } from '../../core/session/current-organization';
import { filledRows, type TitledRow, TitledRows } from './titled-rows';

/** 机构介绍: what enterprises read of a body, and whether they can hand dossiers in. */
@Component({
  selector: 'lx-body-page',
  imports: [ProblemNotice, TitledRows, TranslocoDirective],
  template: `
    <div class="page" *transloco="let t">
      <header class="page-header">
        <h1>{{ t('screens.body') }}</h1>
      </header>
      <p class="muted">{{ t('cases.body.hint') }}</p>
      <lx-problem-notice [problem]="problem()" [listFields]="true" />
      @if (profile(); as stored) {
        <form
          novalidate
          data-testid="body-form"
          (submit)="save($event, accepting.checked, introduction.value, contact.value, fees.value)"
        >
          <label class="choice">
            <input
              #accepting
              type="checkbox"
              data-testid="body-accepting"
              [disabled]="!canWrite()"
              [checked]="stored.isAccepting"
            />
            {{ t('cases.body.accepting') }}
          </label>
          <label>
            {{ t('cases.body.introduction') }}
            <textarea
              #introduction
              class="ant-input"
              rows="4"
              maxlength="4000"
              data-testid="body-introduction"
              [readonly]="!canWrite()"
              [value]="stored.introduction"
            ></textarea>
          </label>
          <label>
            {{ t('cases.body.contact') }}
            <input
              #contact
              class="ant-input"
              maxlength="500"
              [readonly]="!canWrite()"
              [value]="stored.contact"
            />
          </label>
          <label>
            {{ t('cases.body.fees') }}
            <textarea
              #fees
              class="ant-input"
              rows="2"
              maxlength="4000"
              [readonly]="!canWrite()"
              [value]="stored.fees"
            ></textarea>
          </label>
          <fieldset [disabled]="!canWrite()">
            <legend>{{ t('cases.body.materials') }}</legend>
            <lx-titled-rows [(rows)]="materials" [words]="words()" />
          </fieldset>
          @if (isUntitled()) {
            <p class="blocks" role="alert">{{ t('cases.body.fillTitles') }}</p>
          }
          @if (canWrite()) {
            <div class="buttons">
              <button
                type="submit"
                class="ant-btn ant-btn-primary"
                data-testid="body-save"
                [disabled]="busy.isBusy()"
              >
                <span>{{ t('actions.save') }}</span>
              </button>
            </div>
          }
        </form>
      }
    </div>
  `,
  styleUrl: './cases.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BodyPage {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly organization = inject(CurrentOrganization);
  private readonly newest = new Newest();

  protected readonly busy = new Busy();
  protected readonly profile = signal<BodyProfileDto | null>(null);
  protected readonly materials = signal<readonly TitledRow[]>([]);
  protected readonly isUntitled = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly canWrite = computed(() => this.organization.can('body:write'));
  protected readonly words = computed(() => ({
    title: this.transloco.translate('cases.body.material'),
    note: this.transloco.translate('cases.body.materialNote'),
    add: this.transloco.translate('cases.body.addMaterial'),
    remove: this.transloco.translate('cases.body.removeMaterial'),
  }));

  constructor() {
    effect(() => {
      if (this.organization.id()) untracked(() => void this.load());
    });
  }

  /** Where somebody else has saved meanwhile, what is typed stays, and the next save is upon theirs. */
  protected async save(
    event: Event,
    isAccepting: boolean,
    introduction: string,
    contact: string,
    fees: string,
  ): Promise<void> {
    event.preventDefault();
    const materials = filledRows(this.materials()).map((row) => ({ ...row }));
    this.isUntitled.set(materials.some(({ title }) => title === ''));
    const stored = this.profile();
    if (this.isUntitled() || stored === null) return;
    this.problem.set(null);
    const body = { isAccepting, introduction, contact, fees, materials };
    try {
      await this.busy.run(async () => {
        const asked = { body, ifMatch: stored.version };
        this.profile.set(await this.api.put('/body-profile', asked));
        this.notices.done(this.transloco.translate('cases.body.saved'));
      }, 'save');
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  /** Nothing of another organization stays. */
  private async load(): Promise<void> {
    const isNewest = this.newest.ask();
    this.profile.set(null);
    this.problem.set(null);
    try {
      const found = await this.api.get('/body-profile');
      if (!isNewest()) return;
      this.profile.set(found);
      this.materials.set(found.materials);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }
}
