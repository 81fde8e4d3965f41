import { DatePipe } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type AssessmentMove, assessmentMovesFrom } from '@liangxing/contracts';
import { isPassing } from '../../core/drafts/draft-saver';
import { SaveState, type SaveStateName } from '../../core/drafts/save-state';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { LanguageService } from '../../core/i18n/language.service';
import { QuietTimer } from '../../core/typing/quiet-timer';
import { CurrentOrganization } from '../../core/session/current-organization';
import type { Assessment, SchemeSummary } from './assessment';
import { AssessmentsApi } from './assessments-api';
import { CurrentAssessment } from './current-assessment';

/** Every self-evaluation of the enterprise with its life: name, close, archive, delete. */
@Component({
  selector: 'lx-assessments-page',
  imports: [DatePipe, ProblemNotice, RouterLink, SaveState, TranslocoDirective],
  templateUrl: './assessments.page.html',
  styleUrl: './assessments.page.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssessmentsPage {
  private readonly api = inject(AssessmentsApi);
  private readonly language = inject(LanguageService);
  private readonly notices = inject(Notices);
  private readonly organization = inject(CurrentOrganization);
  private readonly transloco = inject(TranslocoService);
  protected readonly current = inject(CurrentAssessment);

  protected readonly problem = signal<Problem | null>(null);
  private readonly schemes = signal<readonly SchemeSummary[]>([]);
  protected readonly busyId = signal('');
  /** The evaluation that was renamed last, and where its new name is. */
  protected readonly renaming = signal<{ id: string; state: SaveStateName } | null>(null);
  protected readonly removingId = signal('');
  protected readonly canWrite = computed(() => this.organization.can('assessments:write'));
  protected readonly movesOf = ({ state }: Assessment): readonly AssessmentMove[] =>
    assessmentMovesFrom(state);

  private readonly again = new QuietTimer();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.again.stop());
    effect(() => {
      if (this.organization.id()) untracked(() => void this.load());
    });
  }

  protected schemeOf({ schemeId, schemeVersion }: Assessment): string {
    const title = this.schemes().find(({ id }) => id === schemeId)?.title;
    return `${title?.[this.language.current()] ?? title?.['zh-CN'] ?? schemeId} ${schemeVersion}`;
  }

  private async load(): Promise<void> {
    this.problem.set(null);
    void this.api.schemes().then(
      (schemes) => this.schemes.set(schemes),
      () => undefined,
    );
    await this.current.load().catch((error: unknown) => this.problem.set(problemOf(error)));
  }

  /** An empty name, or the one it has, changes nothing: the field shows what is stored. */
  protected async rename(assessment: Assessment, field: HTMLInputElement): Promise<void> {
    const title = field.value.trim();
    if (title !== '' && title !== assessment.title)
      await this.renameNow(this.stored(assessment), title);
    if (this.renaming()?.state === 'offline')
      this.again.start(3_000, () => void this.rename(assessment, field));
    else field.value = this.stored(assessment).title;
  }

  /** While the server is not reached the new name stays in its field and is sent again. */
  private async renameNow(assessment: Assessment, title: string): Promise<void> {
    const { id } = assessment;
    this.renaming.set({ id, state: 'saving' });
    try {
      this.current.accept(await this.api.rename(assessment, title));
      this.renaming.set({ id, state: 'saved' });
    } catch (error) {
      if (isPassing(problemOf(error).status)) {
        this.renaming.set({ id, state: 'offline' });
        return;
      }
      this.renaming.set(null);
      this.notices.failed(error);
      await this.load();
    }
  }

  protected async move(assessment: Assessment, move: AssessmentMove): Promise<void> {
    await this.change(assessment, () => this.api.move(assessment, move));
  }

  protected async remove(assessment: Assessment): Promise<void> {
    await this.change(assessment, () => this.api.remove(assessment));
    this.removingId.set('');
  }

  private async change(
    assessment: Assessment,
    ask: () => Promise<Assessment | null>,
  ): Promise<void> {
    if (this.busyId()) return;
    this.busyId.set(assessment.id);
    try {
      const changed = await ask();
      if (changed) this.current.accept(changed);
      else {
        this.current.removed(assessment);
        const { title } = assessment;
        this.notices.done(this.transloco.translate('assessments.list.removed', { title }));
      }
    } catch (error) {
      this.notices.failed(error);
      await this.load();
    } finally {
      this.busyId.set('');
    }
  }

  private stored(assessment: Assessment): Assessment {
    return this.current.all()?.find(({ id }) => id === assessment.id) ?? assessment;
  }
}
