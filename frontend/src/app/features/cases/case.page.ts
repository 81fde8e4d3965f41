import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { deskVerbsFrom, OPEN_CASE_STATES } from '@liangxing/contracts';
import { isOwnId, type LocalizedText, textIn } from '@liangxing/scheme';
import { Api } from '../../core/api/api';
import { CaseStore } from '../../core/case/case-store';
import type { CaseDetailDto } from '../../core/api/generated/openapi';
import { Notices } from '../../core/errors/notices';
import { FocusFirst } from '../../core/focus/focus-first';
import { fileSizeText } from '../../core/i18n/file-size';
import { LanguageService } from '../../core/i18n/language.service';
import { TimePipe } from '../../core/i18n/time.pipe';
import { LettersShown } from '../../core/letters/letters-shown';
import { CurrentOrganization } from '../../core/session/current-organization';
import { MaterialChanges } from './material-changes';
import { MaterialTable } from './material-table';
import { type CaseStep, MoveForm } from './move-form';
import { SelfEvaluation } from './self-evaluation';

/** 申请材料 of a case: what arrived, what was written, and the next step at the desk. */
@Component({
  selector: 'lx-case-page',
  imports: [
    FocusFirst,
    LettersShown,
    MaterialChanges,
    MaterialTable,
    MoveForm,
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
  protected readonly store = inject(CaseStore);

  protected readonly sizeText = fileSizeText;
  protected readonly found = this.store.found;
  /** The step whose form is open. */
  protected readonly step = signal<CaseStep | null>(null);
  /** Of each step a form of its own: nothing of one comes into another. */
  protected readonly opened = computed(() => {
    const step = this.step();
    return step === null ? [] : [step];
  });
  /** While it sends, no other one is opened. */
  protected readonly form = viewChild(MoveForm);
  protected readonly isOwnScheme = isOwnId;
  protected readonly verbs = computed(() => {
    const found = this.found();
    return found !== null && this.canRegister() ? deskVerbsFrom(found.state) : [];
  });
  protected readonly canRegister = computed(() => this.organization.can('cases:register'));
  protected readonly canAsk = computed(() => {
    const found = this.found();
    return found !== null && this.canRegister() && OPEN_CASE_STATES.includes(found.state);
  });

  constructor() {
    effect(() => {
      if (this.store.id()) this.step.set(null);
    });
  }

  protected textOf(text: LocalizedText): string {
    return textIn(text, this.language.current());
  }

  protected pdfUrl(material: number): string {
    return this.api.url('/cases/{id}/materials/{material}/pdf', { id: this.store.id(), material });
  }

  protected fileUrl({ evidenceId, revision }: CaseDetailDto['files'][number]): string {
    const material = this.found()?.material ?? 1;
    const at = '/cases/{id}/materials/{material}/files/{evidenceId}/{revision}';
    return this.api.url(at, { id: this.store.id(), material, evidenceId, revision });
  }

  protected async sent(): Promise<void> {
    this.step.set(null);
    this.notices.done(this.transloco.translate('cases.done'));
    await this.store.read();
  }
}
