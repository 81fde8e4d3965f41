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
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import type { AcceptingBodyDto, SubmissionDto } from '../../core/api/generated/openapi';
import { DownloadLink } from '../../core/download/download-link';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { KeptText } from '../../core/drafts/kept-text';
import { FocusFirst } from '../../core/focus/focus-first';
import { Busy } from '../../core/once/busy';
import { DossierChoice } from './dossier-choice';
import type { RenewedCertificate } from './renewed-certificate';

/** Hands an issued dossier in to a body that takes applications. */
@Component({
  selector: 'lx-submit-form',
  imports: [DossierChoice, DownloadLink, FocusFirst, KeptText, ProblemNotice, TranslocoDirective],
  template: `
    <form
      *transloco="let t"
      novalidate
      data-testid="submit-form"
      (submit)="submit($event, choice.chosen(), text.value, kept)"
    >
      <h2>{{ t('submissions.submit') }}</h2>
      <lx-problem-notice [problem]="problem()" [listFields]="true" />
      <label>
        {{ t('submissions.body') }}
        <select
          #bodies
          lxFocusFirst
          focusBack="open-submit"
          class="ant-input"
          data-testid="submit-body"
          (change)="bodyId.set(bodies.value)"
        >
          <option value="" [selected]="body() === null">{{ t('submissions.choose') }}</option>
          @for (body of accepting() ?? []; track body.id) {
            <option [value]="body.id" [selected]="body.id === bodyId()">{{ body.name }}</option>
          }
        </select>
      </label>
      @if (accepting()?.length === 0) {
        <p class="muted" data-testid="no-bodies">{{ t('submissions.noBodies') }}</p>
      }
      @if (body(); as chosen) {
        <dl data-testid="chosen-body">
          <dt>{{ t('submissions.creditCode') }}</dt>
          <dd>{{ chosen.creditCode || '—' }}</dd>
          @if (chosen.introduction) {
            <dt>{{ t('submissions.introduction') }}</dt>
            <dd>{{ chosen.introduction }}</dd>
          }
          @if (chosen.contact) {
            <dt>{{ t('submissions.contact') }}</dt>
            <dd>{{ chosen.contact }}</dd>
          }
          @if (chosen.fees) {
            <dt>{{ t('submissions.fees') }}</dt>
            <dd>{{ chosen.fees }}</dd>
          }
          @if (chosen.materials.length > 0) {
            <dt>{{ t('submissions.materials') }}</dt>
            <dd>
              <ul>
                @for (each of chosen.materials; track $index) {
                  <li>
                    {{ each.title }} <span class="muted">{{ each.note }}</span>
                  </li>
                }
              </ul>
            </dd>
          }
          @if (chosen.forms.length > 0) {
            <dt>{{ t('submissions.forms') }}</dt>
            <dd>
              <ul data-testid="offered-forms">
                @for (form of chosen.forms; track form.id) {
                  <li>
                    <a [href]="formUrl(chosen.id, form.id)" download lxDownload>{{ form.title }}</a>
                    @if (form.fields.length > 0) {
                      <span class="muted small">{{ t('submissions.filledForm') }}</span>
                    }
                  </li>
                }
              </ul>
            </dd>
          }
        </dl>
      }
      @if (renewed(); as before) {
        <label class="check">
          <input
            type="checkbox"
            data-testid="submit-renews"
            [checked]="isRenewal()"
            [disabled]="!canRenew()"
            (change)="isRenewal.set(renews.checked)"
            #renews
          />
          {{ t('submissions.renewal.asRenewal', { number: before.number }) }}
        </label>
        @if (!canRenew()) {
          <p class="muted small">{{ t('submissions.renewal.otherBody') }}</p>
        }
      }
      <lx-dossier-choice #choice [first]="first()" />
      <label>
        {{ t('submissions.text') }}
        <textarea
          #text
          #kept="lxKept"
          lxKept="submission:new"
          class="ant-input"
          rows="2"
          maxlength="4000"
          data-testid="submit-text"
        ></textarea>
      </label>
      <p class="muted small">{{ t('submissions.frozen') }}</p>
      @if (body() === null) {
        <p class="muted small" id="submit-why" data-testid="submit-why">
          {{ t('submissions.bodyFirst') }}
        </p>
      }
      <div class="buttons">
        <button
          type="submit"
          class="ant-btn ant-btn-primary"
          data-testid="submit-send"
          [attr.aria-describedby]="
            body() === null ? 'submit-why' : choice.chosen() === '' ? 'no-dossiers' : null
          "
          [disabled]="busy.isBusy() || body() === null || choice.chosen() === ''"
        >
          <span>{{ t('submissions.submit') }}</span>
        </button>
        <button type="button" class="ant-btn" [disabled]="busy.isBusy()" (click)="cancel(kept)">
          <span>{{ t('actions.cancel') }}</span>
        </button>
      </div>
    </form>
  `,
  styleUrl: './submissions.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SubmitForm {
  private readonly api = inject(Api);

  /** Id of the dossier that is chosen at first; may be empty. */
  readonly first = input('');
  /** What it may renew; the body that issued it is chosen at first. */
  readonly renewed = input<RenewedCertificate | null>(null);
  readonly submitted = output<SubmissionDto>();
  readonly cancelled = output();

  protected readonly busy = new Busy();
  protected readonly problem = signal<Problem | null>(null);
  protected readonly accepting = signal<readonly AcceptingBodyDto[] | null>(null);
  protected readonly bodyId = linkedSignal(() => this.renewed()?.bodyId ?? '');
  /** Whether the enterprise wants it to be a renewal. */
  protected readonly isRenewal = linkedSignal(() => this.renewed() !== null);
  protected readonly canRenew = computed(() => this.renewed()?.bodyId === this.bodyId());
  /** Null: none is chosen, or the chosen one takes applications no more. */
  protected readonly body = computed(
    () => this.accepting()?.find(({ id }) => id === this.bodyId()) ?? null,
  );

  constructor() {
    void this.load();
  }

  protected formUrl(bodyId: string, formId: string): string {
    return this.api.url('/submissions/bodies/{bodyId}/forms/{formId}/content', { bodyId, formId });
  }

  /** What is typed is given up. */
  protected cancel(kept: KeptText): void {
    kept.forget();
    this.cancelled.emit();
  }

  protected async submit(
    event: Event,
    dossierId: string,
    text: string,
    kept: Pick<KeptText, 'forget'>,
  ): Promise<void> {
    event.preventDefault();
    const bodyId = this.body()?.id;
    if (bodyId === undefined) return;
    this.problem.set(null);
    try {
      await this.busy.run(async () => {
        const renews =
          this.canRenew() && this.isRenewal() ? this.renewed()?.submissionId : undefined;
        const body = { bodyId, dossierId, text, ...(renews === undefined ? {} : { renews }) };
        const made = await this.api.post('/submissions', { body });
        kept.forget();
        this.submitted.emit(made);
      }, 'submit');
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      if (problem.code === 'body_not_accepting') await this.load();
    }
  }

  private async load(): Promise<void> {
    try {
      this.accepting.set(await this.api.get('/submissions/bodies'));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
