import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { plusMonths } from '@liangxing/contracts';
import { textIn } from '@liangxing/scheme';
import { Api } from '../../core/api/api';
import type { AssessorDto, EvaluationLoadDto } from '../../core/api/generated/openapi';
import { newestSchemes } from '../../core/assessment/schemes';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { dayOfChina } from '../../core/i18n/day-of-china';
import { LanguageService } from '../../core/i18n/language.service';
import { Newest } from '../../core/once/newest';
import { CurrentOrganization } from '../../core/session/current-organization';
import { AssessorForm } from './assessor-form';
import { LoadTable } from './load-table';

/** A qualification that ends within these months is told before it does. */
const MONTHS_BEFORE = 3;

/** 评价人员: what each member of a body may evaluate, by which qualification, and which days are taken. */
@Component({
  selector: 'lx-assessors-page',
  imports: [AssessorForm, LoadTable, ProblemNotice, TranslocoDirective],
  templateUrl: './assessors.page.html',
  styleUrl: './bodies.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssessorsPage {
  private readonly api = inject(Api);
  private readonly language = inject(LanguageService);
  private readonly organization = inject(CurrentOrganization);
  private readonly newest = new Newest();
  private readonly today = dayOfChina(new Date());

  protected readonly people = signal<readonly AssessorDto[] | null>(null);
  protected readonly loads = signal<readonly EvaluationLoadDto[]>([]);
  protected readonly problem = signal<Problem | null>(null);
  /** Whose form is open. */
  protected readonly edited = signal<string | null>(null);
  protected readonly canWrite = computed(() => this.organization.can('body:write'));
  private readonly schemes = signal<ReadonlyMap<string, string>>(new Map());
  protected readonly schemeChoices = computed(() =>
    [...this.schemes()].map(([id, title]) => ({ id, title })),
  );

  constructor() {
    effect(() => {
      if (this.organization.id()) untracked(() => void this.load());
    });
  }

  protected schemeName(id: string): string {
    return this.schemes().get(id) ?? id;
  }

  /** Of a qualification: `expired`, `expiring`, or nothing that is to be told. */
  protected standing(validUntil: string | null): 'expired' | 'expiring' | null {
    if (validUntil === null) return null;
    if (validUntil < this.today) return 'expired';
    return validUntil < plusMonths(this.today, MONTHS_BEFORE) ? 'expiring' : null;
  }

  protected kept(saved: AssessorDto): void {
    this.edited.set(null);
    this.people.update(
      (people) => people && people.map((one) => (one.userId === saved.userId ? saved : one)),
    );
  }

  /** Nothing of another organization stays. */
  private async load(): Promise<void> {
    const isNewest = this.newest.ask();
    this.people.set(null);
    this.loads.set([]);
    this.edited.set(null);
    this.problem.set(null);
    try {
      const [people, loads, schemes] = await Promise.all([
        this.api.get('/assessors'),
        this.api.get('/evaluation-loads'),
        newestSchemes(this.api).catch(() => []),
      ]);
      if (!isNewest()) return;
      this.people.set(people);
      this.loads.set(loads);
      this.schemes.set(
        new Map(schemes.map(({ id, title }) => [id, textIn(title, this.language.current())])),
      );
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }
}
