import { Injectable, computed, inject, signal } from '@angular/core';
import type { Scheme } from '@liangxing/scheme';
import {
  type Answers,
  type DoubleDeduction,
  type EnterpriseFacts,
  type ItemReadiness,
  type ReadinessFacts,
  type Scorer,
  createScorer,
  doubleDeductions,
  judgeReadiness,
  withDerived,
} from '@liangxing/scoring';
import { Api } from '../../core/api/api';
import { SessionService } from '../../core/session/session.service';
import { type Answer, type AnswerContent, type KnownReadiness, emptyAnswer } from './assessment';
import { AnswerQueue } from './answer-queue';
import { type Assessment, CurrentAssessment } from '../../core/assessment/current-assessment';
import { schemeOf } from '../../core/assessment/schemes';
import { itemsOf, ScoredSheet, type SheetItem } from '../../core/assessment/scored-sheet';

export type ItemFilter = 'all' | 'unanswered' | 'lost' | 'no_evidence' | 'mine';

/** One assessment as the scoring sheet sees it: what is stored, overlaid with what is typed and not yet stored. */
@Injectable()
export class AssessmentStore extends ScoredSheet {
  private readonly api = inject(Api);
  private readonly session = inject(SessionService);
  private readonly current = inject(CurrentAssessment);
  readonly queue = inject(AnswerQueue);

  private readonly opened = signal<Assessment | null>(null);
  readonly assessment = computed(() => this.current.asKnown(this.opened()));
  override readonly target = computed(() => this.assessment()?.targetGrade ?? null);
  override readonly scheme = signal<Scheme | null>(null);
  override readonly facts = signal<EnterpriseFacts>({});
  /** null: points are given. */
  private readonly known = signal<ReadinessFacts | null>(null);
  readonly filter = signal<ItemFilter>('all');
  /** Fields on the screen that hold what cannot be kept, as `item/rule`. */
  private readonly wrong = signal<ReadonlySet<string>>(new Set());
  readonly holdsUntaken = computed(() => this.wrong().size > 0);
  private readonly stored = signal<ReadonlyMap<string, Answer>>(new Map());
  private readonly scorer = computed<Scorer | null>(() => {
    const scheme = this.scheme();
    return scheme ? createScorer(scheme) : null;
  });

  override readonly items = computed(() => itemsOf(this.scheme()));

  /** Readiness items by id, as they follow from what is known and typed. */
  readonly readiness = computed<ReadonlyMap<string, ItemReadiness>>(() => {
    const [scheme, known] = [this.scheme(), this.known()];
    if (!scheme || !known) return new Map();
    const contents = this.items().map(({ item }) => [item.id, this.contentOf(item.id)] as const);
    const judged = judgeReadiness(scheme, known, Object.fromEntries(contents));
    return new Map(judged.map((one) => [one.itemId, one]));
  });

  readonly answers = computed<Answers>(() => {
    const result: Record<string, Answers[string]> = {};
    for (const { item } of this.items()) {
      const { state, rules, approval } = this.contentOf(item.id);
      if (state !== 'unanswered')
        result[item.id] = { state, rules, ...(approval ? { approval } : {}) };
    }
    return withDerived(result, [...this.readiness().values()]);
  });

  override readonly score = computed(() => this.scorer()?.(this.answers(), this.facts()) ?? null);

  /** Facts for which linked deductions are taken in two items. */
  readonly doubles = computed<readonly DoubleDeduction[]>(() => {
    const [scheme, score] = [this.scheme(), this.score()];
    return scheme && score ? doubleDeductions(scheme, score) : [];
  });

  override readonly visible = computed<readonly SheetItem[]>(() => {
    const score = this.score();
    const filter = this.filter();
    if (filter === 'all' || !score) return this.items();
    return this.items().filter(({ item }) => this.passes(filter, item.id, score.items[item.id]));
  });

  async open(assessment: Assessment, facts: EnterpriseFacts): Promise<void> {
    // Nothing typed from here on may go to the assessment that was open before.
    this.queue.close();
    const userId = this.session.user()?.id ?? '';
    const [scheme, answers] = await Promise.all([
      schemeOf(this.api, assessment.schemeId, assessment.schemeVersion),
      this.answersOf(assessment.id),
    ]);
    const known = scheme.kind === 'readiness' ? await this.readinessOf(assessment.id) : null;
    this.facts.set(facts);
    this.know(known);
    this.stored.set(answers);
    this.scheme.set(scheme);
    this.opened.set(assessment);
    void this.queue.open(
      userId,
      assessment.id,
      (answer) => this.accept(answer),
      (itemId) => this.stored().get(itemId),
      () => this.lookAgain(assessment.id),
    );
  }

  /** After a file was added or taken away. */
  async learnAnew(): Promise<void> {
    const id = this.assessment()?.id;
    if (id === undefined || this.known() === null) return;
    const known = await this.readinessOf(id);
    if (this.assessment()?.id === id) this.know(known);
  }

  /** Keys of the nodes of an item that the system has. */
  nodesOf(itemId: string): readonly string[] {
    return (this.known()?.items[itemId]?.nodes ?? []).map(({ key }) => key);
  }

  private async answersOf(assessmentId: string): Promise<ReadonlyMap<string, Answer>> {
    const answers = await this.api.get('/assessments/{assessmentId}/answers', { assessmentId });
    return new Map(answers.map((answer) => [answer.itemId, answer]));
  }

  /** Somebody closed it since it was opened. */
  private async lookAgain(assessmentId: string): Promise<void> {
    await this.current.lookAgain(assessmentId);
    const answers = await this.answersOf(assessmentId);
    if (this.assessment()?.id === assessmentId) this.stored.set(answers);
  }

  private readinessOf(assessmentId: string): Promise<KnownReadiness> {
    return this.api.get('/assessments/{assessmentId}/readiness', { assessmentId });
  }

  private know(known: KnownReadiness | null): void {
    this.known.set(known && known.day !== null ? { day: known.day, items: known.facts } : null);
  }

  /** What the person sees: the unsent draft if there is one, else the stored answer. */
  contentOf(itemId: string): AnswerContent {
    return this.queue.drafts().get(itemId)?.content ?? this.stored().get(itemId) ?? emptyAnswer;
  }

  storedAnswer(itemId: string): Answer | undefined {
    return this.stored().get(itemId);
  }

  change(itemId: string, change: Partial<AnswerContent>): void {
    const content = { ...this.contentOf(itemId), ...change };
    this.queue.put(itemId, content);
  }

  tellWrong(itemId: string, ruleId: string, isWrong: boolean): void {
    const wrong = new Set(this.wrong());
    if (isWrong) wrong.add(`${itemId}/${ruleId}`);
    else wrong.delete(`${itemId}/${ruleId}`);
    this.wrong.set(wrong);
  }

  forgetWrong(): void {
    this.wrong.set(new Set());
  }

  setEvidenceCount(itemId: string, evidenceCount: number): void {
    this.stored.update((map) => {
      const answer = map.get(itemId);
      return answer ? new Map(map).set(itemId, { ...answer, evidenceCount }) : map;
    });
  }

  evidenceCount(itemId: string): number {
    return this.stored().get(itemId)?.evidenceCount ?? 0;
  }

  override isTroubled(itemId: string): boolean {
    const { queue } = this;
    return [queue.conflicts(), queue.refused(), queue.aside()].some((waiting) =>
      waiting.has(itemId),
    );
  }

  private accept(answer: Answer): void {
    this.stored.update((map) => new Map(map).set(answer.itemId, answer));
  }

  private passes(
    filter: ItemFilter,
    itemId: string,
    score: { state: string } | undefined,
  ): boolean {
    switch (filter) {
      case 'unanswered':
        return score?.state === 'unanswered';
      case 'lost':
        return this.fallsShort(itemId);
      case 'no_evidence':
        return score?.state !== 'unanswered' && this.evidenceCount(itemId) === 0;
      case 'mine':
        return this.isMine(this.contentOf(itemId));
      default:
        return true;
    }
  }

  /** By the account where one is named, else by the name among others. */
  private isMine({ responsible, responsibleUserId }: AnswerContent): boolean {
    const user = this.session.user();
    if (user === null) return false;
    return responsibleUserId === null
      ? responsible.includes(user.name)
      : responsibleUserId === user.id;
  }
}
