import type { Hundredths, Rule, Scheme, SchemeItem, SchemeSection } from '@liangxing/scheme';
import { isAward } from './rule-amount';

/** An item with its place in the scheme, and its rules parted by their sign. */
export interface CompiledItem {
  readonly item: SchemeItem;
  readonly id: string;
  /** What it can give; 0 for readiness items whatever the pack says. */
  readonly points: Hundredths;
  readonly rules: readonly { readonly rule: Rule; readonly sign: 1 | -1 }[];
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
}

const compiled = new WeakMap<Scheme, CompiledScheme>();

/** Compiles a scheme once; schemes are immutable after publication, so the result is kept with it. */
export function compileScheme(scheme: Scheme): CompiledScheme {
  const known = compiled.get(scheme);
  if (known !== undefined) return known;
  const items = scheme.sections.flatMap((section, index) => compileSection(section, index));
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
  };
  compiled.set(scheme, result);
  return result;
}

function compileSection(section: SchemeSection, index: number): CompiledItem[] {
  return section.groups.flatMap((group) =>
    group.items.map((item) => ({
      item,
      id: item.id,
      points: item.mode === 'readiness' ? 0 : item.points,
      rules:
        item.mode === 'readiness'
          ? []
          : item.rules.map((rule) => ({
              rule,
              sign: isAward(rule) ? (1 as const) : (-1 as const),
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
