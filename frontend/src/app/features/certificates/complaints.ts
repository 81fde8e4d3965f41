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
import type { ComplaintDto } from '../../core/api/generated/openapi';
import { DateField } from '../../core/date-field/date-field';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { dayOfChina } from '../../core/i18n/day-of-china';
import { Busy } from '../../core/once/busy';
import { Newest } from '../../core/once/newest';
import { CurrentOrganization } from '../../core/session/current-organization';
import { ReasonForm, type ReasonedChoice, type SendReason } from './reason-form';

/** 投诉登记 of a body. */
@Component({
  selector: 'lx-complaints',
  imports: [DateField, ProblemNotice, ReasonForm, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <h2>{{ t('certificates.complaints') }}</h2>
      <lx-problem-notice [problem]="problem()" [listFields]="true" />
      @if (complaints(); as all) {
        <ul class="plain" data-testid="complaints">
          @for (one of all; track one.id) {
            <li>
              <strong>{{ one.about }}</strong>
              <span class="muted small">{{ one.receivedOn }} {{ one.fromName }}</span>
              <p>{{ one.text }}</p>
              @if (one.answeredOn) {
                <p>
                  {{ one.answer }}
                  <span class="muted small">{{ one.answeredOn }} {{ one.answeredByName }}</span>
                </p>
              } @else {
                <span class="chip warn">{{ t('certificates.waiting') }}</span>
              }
              <lx-reason-form
                testId="complaint"
                title="certificates.answer"
                label="certificates.answerText"
                standing="certificates.answered"
                [place]="'complaint:' + one.id"
                [choices]="!one.answeredOn && canWrite() ? answerChoices : []"
                [send]="answer"
                (moved)="read()"
              >
                <input type="hidden" name="complaint" [value]="one.id" />
                <label>
                  {{ t('certificates.answeredOn') }}
                  <input name="answeredOn" lxDate class="ant-input" [value]="today" />
                </label>
              </lx-reason-form>
            </li>
          } @empty {
            <li class="muted">{{ t('certificates.noComplaints') }}</li>
          }
        </ul>
      }
      @if (complaints() !== null && canWrite()) {
        <form
          #form
          novalidate
          data-testid="complaint-form"
          (submit)="record($event, form, received)"
        >
          <h3>{{ t('certificates.record') }}</h3>
          <label>
            {{ t('certificates.receivedOn') }}
            <input #received lxDate class="ant-input" [value]="today" />
          </label>
          <label>
            {{ t('certificates.fromName') }}
            <input class="ant-input" name="fromName" maxlength="100" />
          </label>
          <label>
            {{ t('certificates.about') }}
            <input class="ant-input" name="about" maxlength="200" />
          </label>
          <label>
            {{ t('certificates.text') }}
            <textarea class="ant-input" name="text" rows="3" maxlength="4000"></textarea>
          </label>
          <div class="buttons">
            <button
              type="submit"
              class="ant-btn"
              data-testid="complaint-record"
              [disabled]="busy.isBusy()"
            >
              <span>{{ t('certificates.record') }}</span>
            </button>
          </div>
        </form>
      }
    </ng-container>
  `,
  styleUrl: './certificates.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Complaints {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly organization = inject(CurrentOrganization);
  private readonly newest = new Newest();

  protected readonly answerChoices: readonly ReasonedChoice[] = [
    { id: 'answer', label: 'certificates.answerSave', needsText: true },
  ];
  protected readonly today = dayOfChina(new Date());
  protected readonly busy = new Busy();
  protected readonly complaints = signal<readonly ComplaintDto[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly canWrite = computed(() => this.organization.can('certificates:write'));

  constructor() {
    effect(() => {
      if (this.organization.id()) untracked(() => void this.load());
    });
  }

  protected async record(
    event: Event,
    form: HTMLFormElement,
    received: HTMLInputElement,
  ): Promise<void> {
    event.preventDefault();
    const fields = new FormData(form);
    const field = (name: string): string => String(fields.get(name) ?? '').trim();
    const said = { fromName: field('fromName'), about: field('about'), text: field('text') };
    await this.send(async () => {
      await this.api.post('/complaints', { body: { receivedOn: received.value, ...said } });
      form.reset();
      received.value = this.today;
    });
  }

  protected readonly answer: SendReason = async (_, answer, field) => {
    const id = field('complaint');
    const ifMatch = this.complaints()?.find((one) => one.id === id)?.version ?? 0;
    const body = { answer, answeredOn: field('answeredOn') };
    await this.api.post('/complaints/{id}/answer', { id, ifMatch, body });
    this.notices.done(this.transloco.translate('certificates.saved'));
    await this.read();
  };

  private async send(work: () => Promise<unknown>): Promise<void> {
    this.problem.set(null);
    try {
      await this.busy.run(async () => {
        await work();
        this.notices.done(this.transloco.translate('certificates.saved'));
        await this.read();
      }, 'send');
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      if (problem.status === 409) await this.read();
    }
  }

  /** Nothing of another organization stays. */
  private async load(): Promise<void> {
    this.complaints.set(null);
    this.problem.set(null);
    await this.read();
  }

  protected async read(): Promise<void> {
    const isNewest = this.newest.ask();
    try {
      const found = await this.api.get('/complaints', { limit: 100 });
      if (isNewest()) this.complaints.set(found);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }
}
