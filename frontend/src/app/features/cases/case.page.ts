import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { bodyVerbsFrom, OPEN_CASE_STATES } from '@liangxing/contracts';
import { type LocalizedText, textIn } from '@liangxing/scheme';
import { Api } from '../../core/api/api';
import type { CaseDetailDto } from '../../core/api/generated/openapi';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { FocusFirst } from '../../core/focus/focus-first';
import { fileSizeText } from '../../core/i18n/file-size';
import { LanguageService } from '../../core/i18n/language.service';
import { TimePipe } from '../../core/i18n/time.pipe';
import { LettersShown } from '../../core/letters/letters-shown';
import { Newest } from '../../core/once/newest';
import { CurrentOrganization } from '../../core/session/current-organization';
import { MaterialChanges } from './material-changes';
import { type CaseStep, MoveForm } from './move-form';
import { SelfEvaluation } from './self-evaluation';

/** A case of a body: what arrived, what was written, and the next step. */
@Component({
  selector: 'lx-case-page',
  imports: [
    FocusFirst,
    LettersShown,
    MaterialChanges,
    MoveForm,
    ProblemNotice,
    RouterLink,
    SelfEvaluation,
    TimePipe,
    TranslocoDirective,
  ],
  templateUrl: './case.page.html',
  styleUrl: './cases.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CasePage {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly organization = inject(CurrentOrganization);
  private readonly language = inject(LanguageService);
  private readonly newest = new Newest();

  /** Of the address. */
  readonly id = input.required<string>();

  protected readonly sizeText = fileSizeText;
  protected readonly found = signal<CaseDetailDto | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  /** The step whose form is open. */
  protected readonly step = signal<CaseStep | null>(null);
  /** Of each step a form of its own: nothing of one comes into another. */
  protected readonly opened = computed(() => {
    const step = this.step();
    return step === null ? [] : [step];
  });
  /** While it sends, no other one is opened. */
  protected readonly form = viewChild(MoveForm);
  protected readonly verbs = computed(() => {
    const found = this.found();
    return found !== null && this.canRegister() ? bodyVerbsFrom(found.state) : [];
  });
  protected readonly canRegister = computed(() => this.organization.can('cases:register'));
  protected readonly canAsk = computed(() => {
    const found = this.found();
    return found !== null && this.canRegister() && OPEN_CASE_STATES.includes(found.state);
  });

  constructor() {
    effect(() => {
      if (this.organization.id() && this.id()) untracked(() => void this.load());
    });
  }

  protected textOf(text: LocalizedText): string {
    return textIn(text, this.language.current());
  }

  protected pdfUrl(material: number): string {
    return this.api.url('/cases/{id}/materials/{material}/pdf', { id: this.id(), material });
  }

  protected fileUrl({ evidenceId, revision }: CaseDetailDto['files'][number]): string {
    const material = this.found()?.material ?? 1;
    const at = '/cases/{id}/materials/{material}/files/{evidenceId}/{revision}';
    return this.api.url(at, { id: this.id(), material, evidenceId, revision });
  }

  protected async sent(): Promise<void> {
    this.step.set(null);
    this.notices.done(this.transloco.translate('cases.done'));
    await this.read();
  }

  /** Nothing of another organization stays. */
  protected async load(): Promise<void> {
    this.found.set(null);
    this.step.set(null);
    await this.read();
  }

  /** As it stands now; what is typed in an open form stays. */
  protected async read(): Promise<void> {
    const isNewest = this.newest.ask();
    this.problem.set(null);
    try {
      const found = await this.api.get('/cases/{id}', { id: this.id() });
      if (isNewest()) this.found.set(found);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }
}
