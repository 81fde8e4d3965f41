import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type AssessmentMove, assessmentMovesFrom } from '@liangxing/contracts';
import { TimePipe } from '../../core/i18n/time.pipe';
import type { UsableSchemeDto } from '../../core/api/generated/openapi';
import { Api } from '../../core/api/api';
import { SaveState, type SaveStateName } from '../../core/drafts/save-state';
import { SetAsideText } from '../../core/drafts/set-aside';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { LanguageService } from '../../core/i18n/language.service';
import { CurrentOrganization } from '../../core/session/current-organization';
import { AssessmentNames } from './assessment-names';
import { type Assessment, CurrentAssessment } from '../../core/assessment/current-assessment';
import { newestSchemes } from '../../core/assessment/schemes';

const seen = ({ id, version }: Assessment) => ({ assessmentId: id, ifMatch: version });

/** Every self-evaluation of the enterprise with its life: name, close, archive, delete. */
@Component({
  selector: 'lx-assessments-page',
  imports: [TimePipe, ProblemNotice, RouterLink, SaveState, SetAsideText, TranslocoDirective],
  providers: [AssessmentNames],
  templateUrl: './assessments.page.html',
  styleUrl: './assessments.page.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssessmentsPage {
  private readonly api = inject(Api);
  private readonly language = inject(LanguageService);
  private readonly notices = inject(Notices);
  private readonly organization = inject(CurrentOrganization);
  private readonly transloco = inject(TranslocoService);
  protected readonly current = inject(CurrentAssessment);

  protected readonly problem = signal<Problem | null>(null);
  private readonly schemes = signal<readonly UsableSchemeDto[]>([]);
  protected readonly busyId = signal('');
  protected readonly names = inject(AssessmentNames);
  /** The field that is being typed in. */
  private readonly open = signal<{ readonly id: string; readonly typed: string } | null>(null);
  /** Id of the evaluation whose name was stored last. */
  private readonly renamed = signal('');
  protected readonly removingId = signal('');
  protected readonly canWrite = computed(() => this.organization.can('assessments:write'));
  protected readonly movesOf = ({ state }: Assessment): readonly AssessmentMove[] =>
    assessmentMovesFrom(state);

  constructor() {
    effect((onCleanup) => {
      if (this.organization.id()) untracked(() => void this.load());
      onCleanup(() => this.names.close());
    });
  }

  protected schemeOf({ schemeId, schemeVersion }: Assessment): string {
    const title = this.schemes().find(({ id }) => id === schemeId)?.title;
    return `${title?.[this.language.current()] ?? title?.['zh-CN'] ?? schemeId} ${schemeVersion}`;
  }

  private async load(): Promise<void> {
    this.problem.set(null);
    void newestSchemes(this.api).then(
      (schemes) => this.schemes.set(schemes),
      () => undefined,
    );
    try {
      await this.current.load();
      await this.takeUpNames();
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  /** Names that an earlier visit left unsent go now; those of evaluations that are gone are given up. */
  private async takeUpNames(): Promise<void> {
    await this.names.open(
      (id) => this.current.all()?.find((one) => one.id === id),
      (saved) => {
        this.renamed.set(saved.id);
        this.current.accept(saved);
      },
    );
    const there = new Set(this.current.all()?.map(({ id }) => id));
    for (const id of this.names.drafts().keys()) if (!there.has(id)) this.names.forget(id);
  }

  /** What stands in the field: as typed while it is open, then as it is stored or waits to be. */
  protected nameOf({ id, title }: Assessment): string {
    const open = this.open();
    if (this.names.isAside(id)) return title;
    return open?.id === id ? open.typed : (this.names.drafts().get(id)?.content.title ?? title);
  }

  protected nameState({ id }: Assessment): SaveStateName | null {
    if (this.names.conflicts().has(id)) return 'conflict';
    if (this.names.refused().has(id)) return 'refused';
    if (this.names.drafts().has(id)) return this.names.state();
    return this.renamed() === id ? 'saved' : null;
  }

  protected type({ id }: Assessment, event: Event): void {
    const typed = (event.target as HTMLInputElement).value;
    this.open.set({ id, typed });
    this.renamed.set('');
    this.names.put(id, { title: typed });
  }

  /** An empty name changes nothing: the field shows what is stored. */
  protected leave({ id, title }: Assessment, field: HTMLInputElement): void {
    this.open.set(null);
    if (this.names.isAside(id) || field.value.trim() !== '') return;
    this.names.forget(id);
    field.value = title;
  }

  protected async move(assessment: Assessment, move: AssessmentMove): Promise<void> {
    const asked = { ...seen(assessment), body: { move } };
    await this.change(assessment, () => this.api.post('/assessments/{assessmentId}/moves', asked));
  }

  protected async remove(assessment: Assessment): Promise<void> {
    const asked = seen(assessment);
    await this.change(assessment, () => this.api.delete('/assessments/{assessmentId}', asked));
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
}
