import { Injectable, computed, effect, inject, signal } from '@angular/core';
import type { Scheme } from '@liangxing/scheme';
import {
  type Answers,
  type EnterpriseFacts,
  cheapestRoute,
  explainGrade,
  type ItemReadiness,
  judgeReadiness,
  largestEffort,
  longestMonths,
  possibleCorrections,
  score,
  withEfforts,
  withDerived,
  withMonths,
} from '@liangxing/scoring';
import { Api } from '../../core/api/api';
import type { AnswerDto } from '../../core/api/generated/openapi';
import { type Problem, problemOf } from '../../core/errors/problem';
import { LanguageService } from '../../core/i18n/language.service';
import { SessionService } from '../../core/session/session.service';
import { type Assessment, CurrentAssessment } from '../../core/assessment/current-assessment';
import { fixedText } from '../../core/assessment/fixed-text';
import { schemeOf } from '../../core/assessment/schemes';
import { wholeNumbers } from './efforts';
import { EffortsSaver } from './efforts-saver';
import { factSentence, gradeLines } from './grade-view';
import { allowedCorrections, itemsToJudge, planOf } from './plan-view';

interface Opened {
  readonly assessment: Assessment;
  readonly scheme: Scheme;
  readonly answers: Answers;
  readonly facts: EnterpriseFacts;
  /** In the scheme's order; empty where points are given. */
  readonly readiness: readonly ItemReadiness[];
}

/** Typing an effort does not compute a route for every digit. */
const restMilliseconds = 150;

/** Everything of 差距与路径, computed here from scheme, answers and efforts. */
@Injectable()
export class GapsStore {
  private readonly api = inject(Api);
  private readonly current = inject(CurrentAssessment);
  private readonly session = inject(SessionService);
  private readonly language = inject(LanguageService);
  readonly saver = inject(EffortsSaver);

  readonly opened = signal<Opened | null>(null);
  /** Why nothing of it can be changed, as a key of the texts; empty: it can. */
  readonly fixed = computed(() =>
    fixedText(this.current.asKnown(this.opened()?.assessment ?? null)),
  );
  readonly isLoaded = signal(false);
  readonly problem = signal<Problem | null>(null);
  readonly withUnjudged = signal(false);
  private readonly chosenTarget = signal('');
  private readonly settled = signal(this.saver.current());

  readonly score = computed(() => {
    const opened = this.opened();
    return opened && score(opened.scheme, opened.answers, opened.facts);
  });
  readonly grades = computed(() => (this.opened()?.scheme.grades ?? []).map(({ id }) => id));
  readonly target = computed(() => {
    const [grades, wanted] = [this.grades(), this.opened()?.assessment.targetGrade ?? ''];
    const target = [this.chosenTarget(), wanted].find((grade) => grades.includes(grade));
    return target ?? grades[0] ?? '';
  });
  readonly lines = computed(() => {
    const [opened, result] = [this.opened(), this.score()];
    return opened && result ? gradeLines(opened.scheme, result, this.language.current()) : [];
  });
  readonly sentences = computed(() => {
    const [opened, result, target] = [this.opened(), this.score(), this.target()];
    if (!opened || !result || !target) return [];
    const { scheme, facts } = opened;
    return explainGrade(scheme, result, target, facts).map((fact) =>
      factSentence(fact, target, scheme, this.language.current()),
    );
  });

  /** The plan's time: what takes longer is not offered by the route. */
  readonly horizon = computed(() => this.saver.current().horizon);
  private readonly excluded = computed(() => new Set(this.settled().excluded));
  private readonly corrections = computed(() => {
    const opened = this.opened();
    if (!opened) return [];
    const { scheme, answers, facts } = opened;
    const { efforts, months } = this.settled();
    const possible = possibleCorrections(scheme, answers, facts);
    const timed = withMonths(possible, wholeNumbers(months, longestMonths));
    return withEfforts(timed, wholeNumbers(efforts, largestEffort));
  });
  readonly unjudged = computed(() => itemsToJudge(this.corrections()).size);
  readonly route = computed(() => {
    const [opened, target] = [this.opened(), this.target()];
    if (!opened || !target) return null;
    const allowed = allowedCorrections(
      this.corrections(),
      this.excluded(),
      this.withUnjudged(),
      this.settled().horizon,
    );
    return cheapestRoute(opened.scheme, opened.answers, opened.facts, target, allowed);
  });
  readonly plan = computed(() => {
    const [opened, route] = [this.opened(), this.route()];
    if (!opened || !route) return null;
    const language = this.language.current();
    const kept = { excluded: this.excluded(), horizon: this.settled().horizon };
    return planOf(opened.scheme, this.corrections(), route, kept, language);
  });

  constructor() {
    effect((onCleanup) => {
      const efforts = this.saver.current();
      const timer = setTimeout(() => this.settled.set(efforts), restMilliseconds);
      onCleanup(() => clearTimeout(timer));
    });
  }

  chooseTarget(grade: string): void {
    this.chosenTarget.set(grade);
  }

  async load(): Promise<void> {
    this.problem.set(null);
    this.opened.set(null);
    this.isLoaded.set(false);
    try {
      const assessment = await this.current.load();
      if (assessment) await this.open(assessment);
      this.isLoaded.set(true);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  private async open(assessment: Assessment): Promise<void> {
    const { id, schemeId, schemeVersion } = assessment;
    const [scheme, answers, known, profile] = await Promise.all([
      schemeOf(this.api, schemeId, schemeVersion),
      this.api.get('/assessments/{assessmentId}/answers', { assessmentId: id }),
      this.api.get('/assessments/{assessmentId}/readiness', { assessmentId: id }),
      this.api.get('/profile'),
      this.saver.open(this.session.user()?.id ?? '', id),
    ]);
    this.settled.set(this.saver.current());
    const facts = {
      ...(profile.size ? { size: profile.size } : {}),
      ...(profile.industryKind ? { industry: profile.industryKind } : {}),
    };
    const entered = Object.fromEntries(answers.map((answer) => [answer.itemId, answer]));
    const readiness =
      known.day === null
        ? []
        : judgeReadiness(scheme, { day: known.day, items: known.facts }, entered);
    const effective = withDerived(answersOf(answers), readiness);
    this.opened.set({ assessment, scheme, answers: effective, facts, readiness });
  }
}

/** Stored answers as the score reads them. */
function answersOf(answers: readonly AnswerDto[]): Answers {
  const result: Record<string, Answers[string]> = {};
  for (const { itemId, state, rules, approval } of answers) {
    if (state !== 'unanswered')
      result[itemId] = { state, rules, ...(approval ? { approval } : {}) };
  }
  return result;
}
