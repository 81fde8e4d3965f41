import { computed, inject, Injectable, signal } from '@angular/core';
import type { Scheme } from '@liangxing/scheme';
import {
  type Answers,
  createScorer,
  type EnterpriseFacts,
  type ItemReadiness,
  judgeReadiness,
  type ReadinessFacts,
} from '@liangxing/scoring';
import type { SelfAnswerDto, SheetDto, SheetMaterialDto } from '../../core/api/generated/openapi';
import { itemsOf, ScoredSheet } from '../../core/assessment/scored-sheet';
import { CaseStore } from '../../core/case/case-store';
import { Newest } from '../../core/once/newest';
import { emptyScore, type ScoreContent, type ScoredAnswer } from './score';
import { ScoreQueue } from './score-queue';
import { SheetSource } from './sheet-source';

/** Which items of the sheet are shown. */
export const SHEET_FILTERS = ['all', 'unanswered', 'differs'] as const;
export type SheetFilter = (typeof SHEET_FILTERS)[number];

/** The own sheet of a case: what is stored, overlaid with what is typed and not yet stored. */
@Injectable()
export class SheetStore extends ScoredSheet {
  private readonly source = inject(SheetSource);
  private readonly open = inject(CaseStore);
  private readonly newest = new Newest();
  readonly queue = inject(ScoreQueue);

  readonly material = signal<SheetMaterialDto | null>(null);
  readonly sheet = signal<SheetDto | null>(null);
  readonly filter = signal<SheetFilter>('all');
  private readonly stored = signal<ReadonlyMap<string, ScoredAnswer>>(new Map());
  private readonly self = signal<ReadonlyMap<string, SelfAnswerDto>>(new Map());
  /** Fields on the screen that hold what cannot be kept, as `item/rule`. */
  private readonly wrong = signal<ReadonlySet<string>>(new Set());
  readonly holdsUntaken = computed(() => this.wrong().size > 0);

  override readonly scheme = computed(() => (this.material()?.scheme ?? null) as Scheme | null);
  override readonly facts = computed(() => (this.material()?.facts ?? {}) as EnterpriseFacts);
  override readonly target = computed(() => this.material()?.targetGrade || null);
  override readonly items = computed(() => itemsOf(this.scheme()));
  private readonly scorer = computed(() => {
    const scheme = this.scheme();
    return scheme ? createScorer(scheme) : null;
  });

  /** Readiness items by id, as they follow from what was known of the enterprise and what is counted here. */
  readonly readiness = computed<ReadonlyMap<string, ItemReadiness>>(() => {
    const [scheme, known] = [this.scheme(), this.material()?.readiness];
    if (!scheme || !known) return new Map();
    const counted = this.items().map(({ item: { id } }) => {
      const { measured } = this.contentOf(id);
      return [id, { state: 'unanswered' as const, measured }] as const;
    });
    const judged = judgeReadiness(
      scheme,
      known as unknown as ReadinessFacts,
      Object.fromEntries(counted),
    );
    return new Map(judged.map((one) => [one.itemId, one]));
  });

  private readonly answers = computed<Answers>(() => {
    const given: Record<string, Answers[string]> = {};
    for (const { item } of this.items()) {
      const { state, rules, approval } = this.contentOf(item.id);
      if (state !== 'unanswered')
        given[item.id] = { state, rules, ...(approval ? { approval } : {}) };
    }
    return given;
  });

  override readonly score = computed(() => this.scorer()?.(this.answers(), this.facts()) ?? null);

  override readonly visible = computed(() => {
    const filter = this.filter();
    return this.items().filter(({ item: { id } }) => {
      if (filter === 'unanswered') return this.contentOf(id).state === 'unanswered';
      return filter === 'all' || this.differsFromSelf(id);
    });
  });

  /** It takes more: it is the own one, not handed in, and the evaluation goes on. */
  readonly isOpen = computed(() => {
    const sheet = this.sheet();
    const isOwn = sheet?.isScorer === true && sheet.state !== 'handed_in';
    return isOwn && this.open.state() === 'evaluating';
  });

  /** Nothing of another case stays. */
  async read(caseId: string): Promise<void> {
    const isNewest = this.newest.ask();
    this.queue.close();
    const [material, sheet] = await Promise.all([
      this.source.material(caseId),
      this.source.sheet(caseId),
    ]);
    if (!isNewest()) return;
    this.material.set(material);
    this.know(sheet);
    if (!sheet.isScorer) return;
    void this.queue.open({
      caseId,
      onSaved: (answer) => this.accept(answer),
      stored: (itemId) => this.stored().get(itemId),
      onClosed: async () => this.know(await this.source.sheet(caseId)),
    });
  }

  /** How far the team is, and what is stored of the own sheet. */
  know(sheet: SheetDto): void {
    this.sheet.set(sheet);
    this.stored.set(new Map(sheet.answers.map((answer) => [answer.itemId, answer])));
    this.self.set(new Map(sheet.self.map((answer) => [answer.itemId, answer])));
  }

  contentOf(itemId: string): ScoreContent {
    return this.queue.drafts().get(itemId)?.content ?? this.stored().get(itemId) ?? emptyScore;
  }

  /** How the enterprise judged it; null as long as the own judgement is not given. */
  selfOf(itemId: string): SelfAnswerDto | null {
    return this.self().get(itemId) ?? null;
  }

  change(itemId: string, change: Partial<ScoreContent>): void {
    this.queue.put(itemId, { ...this.contentOf(itemId), ...change });
  }

  tellWrong(itemId: string, field: string, isWrong: boolean): void {
    const wrong = new Set(this.wrong());
    if (isWrong) wrong.add(`${itemId}/${field}`);
    else wrong.delete(`${itemId}/${field}`);
    this.wrong.set(wrong);
  }

  forgetWrong(): void {
    this.wrong.set(new Set());
  }

  override isTroubled(itemId: string): boolean {
    const { queue } = this;
    return [queue.conflicts(), queue.refused(), queue.aside()].some((one) => one.has(itemId));
  }

  private differsFromSelf(itemId: string): boolean {
    const [self, score] = [this.selfOf(itemId), this.score()?.items[itemId]];
    if (self === null || score === undefined) return false;
    return self.points === null
      ? self.state !== this.contentOf(itemId).state
      : self.points !== score.earned;
  }

  private accept(answer: ScoredAnswer): void {
    this.stored.update((map) => new Map(map).set(answer.itemId, answer));
    this.self.update((map) => {
      const next = new Map(map);
      if (answer.self) next.set(answer.itemId, answer.self);
      else next.delete(answer.itemId);
      return next;
    });
  }
}
