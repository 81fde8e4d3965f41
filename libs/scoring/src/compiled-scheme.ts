import {
  hasFactors,
  type Hundredths,
  type Rule,
  type Scheme,
  type SchemeItem,
  type SchemeSection,
} from '@liangxing/scheme';
import { isAward, measureOf, type Measure } from './rule-amount';

export interface CompiledRule {
  readonly rule: Rule;
  readonly id: string;
  readonly measure: Measure;
  readonly sign: 1 | -1;
  /** Taken from the total, beyond the item's own points. */
  readonly isBeyond: boolean;
}

/**
 * An item with its place in the scheme, and its rules parted by their sign. What scoring reads is copied from `item`,
 * for the reason that `Measure` gives.
 */
export interface CompiledItem {
  readonly item: SchemeItem;
  readonly id: string;
  /** What it can give; 0 for readiness items whatever the pack says. */
  readonly points: Hundredths;
  /** Points before any rule: all of them, or none. */
  readonly start: Hundredths;
  readonly isReadiness: boolean;
  readonly star: boolean;
  readonly rules: readonly CompiledRule[];
  /** What a hundredth earned counts, in parts of which a hundredth has `CompiledScheme.fine`. */
  readonly weight: number;
  /** Index into `CompiledScheme.sections`. */
  readonly section: number;
  readonly groupId: string;
  readonly bonus: boolean;
}

export interface CompiledSection {
  readonly section: SchemeSection;
  readonly items: number;
  /** Sum of its items' points. */
  readonly itemPoints: Hundredths;
}

/** A scheme made ready for scoring; the same object for the same scheme. */
export interface CompiledScheme {
  readonly scheme: Scheme;
  readonly items: readonly CompiledItem[];
  readonly byId: ReadonlyMap<string, CompiledItem>;
  /** A key for each item: to copy it and fill in the values is faster than to add the keys one by one. */
  readonly blank: Readonly<Record<string, unknown>>;
  readonly sections: readonly CompiledSection[];
  readonly isProvisional: boolean;
  /** Parts of a hundredth that sums are kept in: 100 where the scheme has factors, else 1. */
  readonly fine: number;
}

const compiled = new WeakMap<Scheme, CompiledScheme>();

/** Compiles a scheme once; schemes are immutable after publication, so the result is kept with it. */
export function compileScheme(scheme: Scheme): CompiledScheme {
  const known = compiled.get(scheme);
  if (known !== undefined) return known;
  const fine = hasFactors(scheme) ? 100 : 1;
  const items = scheme.sections.flatMap((section, index) => compileSection(section, index, fine));
  const result: CompiledScheme = {
    scheme,
    items,
    byId: new Map(items.map((item) => [item.id, item])),
    // A spread of many keys is laid out as fields and copied at once; `fromEntries` alone gives a hash table.
    blank: { ...Object.fromEntries(items.map(({ id }) => [id, null])) },
    sections: scheme.sections.map((section, index) => {
      const own = items.filter((item) => item.section === index);
      return {
        section,
        items: own.length,
        itemPoints: own.reduce((sum, item) => sum + item.points, 0),
      };
    }),
    isProvisional: restsOnHouse(scheme),
    fine,
  };
  compiled.set(scheme, result);
  return result;
}

function compileSection(section: SchemeSection, index: number, fine: number): CompiledItem[] {
  return section.groups.flatMap((group) =>
    group.items.map((item) => {
      const isReadiness = item.mode === 'readiness';
      return {
        item,
        id: item.id,
        weight: fine === 1 ? 1 : (section.factor ?? group.factor ?? fine),
        points: isReadiness ? 0 : item.points,
        start: item.mode === 'deduct' ? item.points : 0,
        isReadiness,
        star: item.star,
        rules: isReadiness ? [] : item.rules.map(compileRule),
        section: index,
        groupId: group.id,
        bonus: section.bonus,
      };
    }),
  );
}

function compileRule(rule: Rule): CompiledRule {
  return {
    rule,
    id: rule.id,
    measure: measureOf(rule),
    sign: isAward(rule) ? 1 : -1,
    isBeyond: rule.beyondItem === true,
  };
}

/** Whether anything that a result rests on was written by us rather than read in a source or entered from one. */
function restsOnHouse(scheme: Scheme): boolean {
  const itemIsHouse = (item: SchemeItem): boolean =>
    (item.points > 0 || item.mode === 'readiness') &&
    (item.provenance === 'house' || item.rules.some((rule) => rule.provenance === 'house'));
  return (
    scheme.grades.some((grade) => grade.provenance === 'house') ||
    scheme.gates.some((gate) => gate.provenance === 'house') ||
    scheme.sections.some((section) => section.groups.some((group) => group.items.some(itemIsHouse)))
  );
}
