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
import type { BodyFormDto } from '../../core/api/generated/openapi';
import { Confirm } from '../../core/dialog/confirm';
import { DownloadLink } from '../../core/download/download-link';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { LanguageService } from '../../core/i18n/language.service';
import { Busy } from '../../core/once/busy';
import { Newest } from '../../core/once/newest';
import { CurrentOrganization } from '../../core/session/current-organization';
import { WordFieldsHelp } from '../../core/word-files/word-fields-help';
import { fieldWords, WordNotes } from '../../core/word-files/word-notes';

/** 申请表格: files that a body offers to whoever applies; fields of Word files are filled in for each enterprise. */
@Component({
  selector: 'lx-body-forms',
  imports: [DownloadLink, ProblemNotice, TranslocoDirective, WordFieldsHelp, WordNotes],
  template: `
    <section *transloco="let t">
      <h2>{{ t('cases.body.forms') }}</h2>
      <p class="muted">{{ t('cases.body.formsHint') }}</p>
      <lx-problem-notice [problem]="problem()" [listFields]="true" />
      @if (forms(); as all) {
        <ul data-testid="body-forms">
          @for (form of all; track form.id) {
            <li>
              <a [href]="url(form.id)" download lxDownload>{{ form.title }}</a>
              <span class="muted small">{{ form.fileName }}</span>
              @if (canWrite()) {
                <button
                  type="button"
                  class="ant-btn ant-btn-sm"
                  [attr.aria-label]="t('cases.body.removeForm', { title: form.title })"
                  [disabled]="busy.isBusy()"
                  (click)="remove(form)"
                >
                  <span>{{ t('actions.remove') }}</span>
                </button>
              }
              @if (form.fields.length > 0) {
                <p class="small muted">
                  {{ t('cases.body.filledFields', { fields: words(form) }) }}
                </p>
              }
              <lx-word-notes [unknown]="form.unknownFields" />
            </li>
          } @empty {
            <li class="muted">{{ t('cases.body.noForms') }}</li>
          }
        </ul>
      }
      @if (canWrite()) {
        <form novalidate data-testid="body-form-upload" (submit)="upload($event, title, file)">
          <label>
            {{ t('cases.body.formTitle') }}
            <input #title class="ant-input" maxlength="200" data-testid="body-form-title" />
          </label>
          <label>
            {{ t('cases.body.formFile') }}
            <input #file type="file" accept=".docx,.xlsx,.pdf" data-testid="body-form-file" />
          </label>
          @if (lacksFile()) {
            <p class="blocks" role="alert">{{ t('cases.body.chooseFile') }}</p>
          }
          <div class="buttons">
            <button
              type="submit"
              class="ant-btn"
              data-testid="body-form-add"
              [disabled]="busy.isBusy()"
            >
              <span>{{ t('cases.body.addForm') }}</span>
            </button>
          </div>
        </form>
        <lx-word-fields-help />
      }
    </section>
  `,
  styleUrl: './cases.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BodyForms {
  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly language = inject(LanguageService);
  private readonly notices = inject(Notices);
  private readonly organization = inject(CurrentOrganization);
  private readonly transloco = inject(TranslocoService);
  private readonly newest = new Newest();

  protected readonly busy = new Busy();
  protected readonly forms = signal<readonly BodyFormDto[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly lacksFile = signal(false);
  protected readonly canWrite = computed(() => this.organization.can('body:write'));

  constructor() {
    effect(() => {
      if (this.organization.id()) untracked(() => void this.load());
    });
  }

  protected url(id: string): string {
    return this.api.url('/body-profile/forms/{id}/content', { id });
  }

  protected words({ fields }: BodyFormDto): string {
    return fieldWords(fields, this.language.current() === 'en' ? 'en' : 'zh-CN');
  }

  /** What was typed and chosen stays where it is refused. */
  protected async upload(
    event: Event,
    title: HTMLInputElement,
    field: HTMLInputElement,
  ): Promise<void> {
    event.preventDefault();
    const file = field.files?.item(0);
    this.lacksFile.set(!file);
    if (!file) return;
    await this.work(async () => {
      await this.api.post('/body-profile/forms', { form: { file, title: title.value.trim() } });
      title.value = '';
      field.value = '';
      this.notices.done(this.transloco.translate('cases.body.formAdded'));
    });
  }

  /** Enterprises fetch it: it is asked about first. */
  protected async remove({ id, title }: BodyFormDto): Promise<void> {
    const say = (key: string): string =>
      this.transloco.translate(`cases.body.removeFormSure.${key}`, { title });
    const asked = { title: say('title'), text: say('text'), sure: say('sure') };
    if (await this.confirm.isSure(asked))
      await this.work(() => this.api.delete('/body-profile/forms/{id}', { id }));
  }

  private async work(what: () => Promise<unknown>): Promise<void> {
    this.problem.set(null);
    try {
      await this.busy.run(async () => {
        await what();
        await this.read();
      }, 'forms');
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  private async load(): Promise<void> {
    this.forms.set(null);
    this.problem.set(null);
    try {
      await this.read();
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  private async read(): Promise<void> {
    const isNewest = this.newest.ask();
    const found = await this.api.get('/body-profile/forms', {});
    if (isNewest()) this.forms.set(found);
  }
}
