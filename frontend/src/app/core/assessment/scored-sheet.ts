import type { Signal } from '@angular/core';
import type { Scheme, SchemeItem } from '@liangxing/scheme';
import type { EnterpriseFacts, Score } from '@liangxing/scoring';

export interface SheetItem {
  readonly item: SchemeItem;
  readonly sectionId: string;
  readonly groupId: string;
}

/** A sheet on which items are judged one by one, whoever judges them, as far as sections and meter show it. */
export abstract class ScoredSheet {
  /** Null until it is read. */
  abstract readonly scheme: Signal<Scheme | null>;
  abstract readonly facts: Signal<EnterpriseFacts>;
  abstract readonly score: Signal<Score | null>;
  /** Grade that is applied for; null: none is known. */
  abstract readonly target: Signal<string | null>;
  abstract readonly items: Signal<readonly SheetItem[]>;
  /** Those that the filter lets through. */
  abstract readonly visible: Signal<readonly SheetItem[]>;

  /** What was typed of it is not stored, and needs a person. */
  abstract isTroubled(itemId: string): boolean;

  isUnanswered(itemId: string): boolean {
    return this.score()?.items[itemId]?.state === 'unanswered';
  }

  /** Judged, and less than all that is asked: points are lost, or it is met in part or not at all. */
  fallsShort(itemId: string): boolean {
    const score = this.score()?.items[itemId];
    if (score === undefined || score.state === 'unanswered') return false;
    return ['partly', 'not_met'].includes(score.state) || score.earned < score.points;
  }
}

/** Items of a scheme in printed order, with where they stand. */
export const itemsOf = (scheme: Scheme | null): readonly SheetItem[] =>
  (scheme?.sections ?? []).flatMap((section) =>
    section.groups.flatMap((group) =>
      group.items.map((item) => ({ item, sectionId: section.id, groupId: group.id })),
    ),
  );
