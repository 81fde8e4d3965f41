import { HttpContext } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import type { PublicityDto } from '../../core/api/generated/openapi';
import { WITHOUT_REAUTHENTICATION } from '../../core/api/reauthentication';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { FocusFirst } from '../../core/focus/focus-first';
import { Busy } from '../../core/once/busy';
import { PublicFrame } from './public-frame';

/** As many as are shown; those that end first. */
const SHOWN = 100;

/** 公示: what bodies have decided, while anybody may object to it. */
@Component({
  selector: 'lx-publicities-page',
  imports: [FocusFirst, ProblemNotice, PublicFrame, TranslocoDirective],
  template: `
    <lx-public-frame *transloco="let t">
      <h1>{{ t('screens.publicities') }}</h1>
      <p class="muted">{{ t('register.publicityLead') }}</p>
      <lx-problem-notice [problem]="listProblem()" />
      @if (sent()) {
        <p class="standing valid" role="status" data-testid="objection-sent">
          {{ t('register.sent') }}
        </p>
      }
      @if (found(); as all) {
        <ul data-testid="publicities">
          @for (one of all; track one.id) {
            <li>
              <strong>{{ one.enterpriseName }}</strong>
              <span class="chip">{{ one.grade }}</span>
              <dl>
                <dt>{{ t('register.body') }}</dt>
                <dd>{{ one.bodyName }}</dd>
                @if (one.bodyContact) {
                  <dt>{{ t('register.bodyContact') }}</dt>
                  <dd class="written">{{ one.bodyContact }}</dd>
                }
                <dt>{{ t('letters.words.scope') }}</dt>
                <dd>{{ one.scope }}</dd>
                <dt>{{ t('register.standard') }}</dt>
                <dd>{{ one.standard }}</dd>
                <dt>{{ t('letters.words.period') }}</dt>
                <dd>{{ one.fromOn }} – {{ one.untilOn }}</dd>
              </dl>
              @if (about() === one.id) {
                <form
                  #form
                  class="objection"
                  novalidate
                  data-testid="objection-form"
                  (submit)="send($event, form)"
                >
                  <p class="muted small">{{ t('register.objectionHint') }}</p>
                  <lx-problem-notice [problem]="problem()" [listFields]="true" />
                  <label>
                    {{ t('register.name') }}
                    <input
                      class="ant-input"
                      name="name"
                      maxlength="100"
                      lxFocusFirst
                      [focusBack]="'object-' + one.id"
                      data-testid="objection-name"
                    />
                  </label>
                  <label>
                    {{ t('register.contact') }}
                    <input
                      class="ant-input"
                      name="contact"
                      maxlength="200"
                      data-testid="objection-contact"
                    />
                  </label>
                  <label>
                    {{ t('register.text') }}
                    <textarea
                      class="ant-input"
                      name="text"
                      rows="4"
                      maxlength="4000"
                      data-testid="objection-text"
                    ></textarea>
                  </label>
                  <div class="buttons">
                    <button
                      type="submit"
                      class="ant-btn ant-btn-primary"
                      data-testid="objection-send"
                      [disabled]="busy.isBusy()"
                    >
                      <span>{{ t('register.send') }}</span>
                    </button>
                    <button
                      type="button"
                      class="ant-btn"
                      [disabled]="busy.isBusy()"
                      (click)="about.set('')"
                    >
                      <span>{{ t('actions.cancel') }}</span>
                    </button>
                  </div>
                </form>
              } @else {
                <button
                  type="button"
                  class="ant-btn ant-btn-sm"
                  data-testid="object"
                  [id]="'object-' + one.id"
                  [disabled]="about() !== ''"
                  (click)="open(one.id)"
                >
                  <span>{{ t('register.object') }}</span>
                </button>
              }
            </li>
          } @empty {
            <li class="muted" data-testid="no-publicities">{{ t('register.noPublicities') }}</li>
          }
        </ul>
      }
    </lx-public-frame>
  `,
  styleUrl: './register.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublicitiesPage {
  private readonly api = inject(Api);

  protected readonly busy = new Busy();
  protected readonly found = signal<readonly PublicityDto[] | null>(null);
  protected readonly listProblem = signal<Problem | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  /** To which somebody objects; empty: to none. */
  protected readonly about = signal('');
  protected readonly sent = signal(false);

  constructor() {
    void this.read();
  }

  protected open(id: string): void {
    this.problem.set(null);
    this.sent.set(false);
    this.about.set(id);
  }

  protected async send(event: Event, form: HTMLFormElement): Promise<void> {
    event.preventDefault();
    const fields = new FormData(form);
    const field = (name: string): string => String(fields.get(name) ?? '').trim();
    const body = { name: field('name'), contact: field('contact'), text: field('text') };
    this.problem.set(null);
    try {
      await this.busy.run(async () => {
        const id = this.about();
        const context = new HttpContext().set(WITHOUT_REAUTHENTICATION, true);
        await this.api.post('/api/publicities/{id}/objections', { id, body, context });
        this.about.set('');
        this.sent.set(true);
      }, 'send');
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  private async read(): Promise<void> {
    try {
      const context = new HttpContext().set(WITHOUT_REAUTHENTICATION, true);
      const asked = { limit: SHOWN, context };
      this.found.set(await this.api.get('/api/publicities', asked));
    } catch (error) {
      this.listProblem.set(problemOf(error));
    }
  }
}
