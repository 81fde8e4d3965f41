import {
  hasFactors,
  type Hundredths,
  type Rule,
  type Scheme,
  type SchemeItem,
  type SchemeSection,
} from '@liangxing/scheme';
import { isAward } from './rule-amount';

export interface CompiledRule {
  readonly rule: Rule;
  readonly sign: 1 | -1;
  /** Taken from the total, beyond the item's own points. */
  readonly isBeyond: boolean;
}

/** An item with its place in the scheme, and its rules parted by their sign. */
export interface CompiledItem {
  readonly item: SchemeItem;
  readonly id: string;
  /** What it can give; 0 for readiness items whatever the pack says. */
  readonly points: Hundredths;
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
    group.items.map((item) => ({
      item,
      id: item.id,
      weight: fine === 1 ? 1 : (section.factor ?? group.factor ?? fine),
      points: item.mode === 'readiness' ? 0 : item.points,
      rules:
        item.mode === 'readiness'
          ? []
          : item.rules.map((rule) => ({
              rule,
              sign: isAward(rule) ? (1 as const) : (-1 as const),
              isBeyond: rule.beyondItem === true,
            })),
      section: index,
      groupId: group.id,
      bonus: section.bonus,
    })),
  );
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
