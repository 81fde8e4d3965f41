import type { PackDocument, PackGate, PackGrade, PackRoute } from '../pack/document';
import type { Hundredths } from '../scheme';
import type { EntryContent, EntryRoute } from './entry';
import { floorOfShare } from './entry-problems';

const origin = { provenance: 'entered', source: 'paper' } as const;

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)];

/** The basic points that a row asks for: named, or as a share of them; the higher where both are. */
function basicOf({ basic, share }: EntryRoute, points: Hundredths): Hundredths | null {
  const floor = share === null ? null : floorOfShare(share, points);
  return basic === null ? floor : Math.max(basic, floor ?? 0);
}

const floor = <K extends string>(key: K, points: Hundredths | null): Partial<Record<K, number>> =>
  points === null ? {} : ({ [key]: points / 100 } as Record<K, number>);

/** The grades with their ways, in the order of the rows. */
export function gradesOf(content: EntryContent, base: PackDocument | null): readonly PackGrade[] {
  return distinct(content.routes.map(({ grade }) => grade)).map((id) => {
    const kept = base?.grades?.find((grade) => grade.id === id)?.routes ?? [];
    return {
      id,
      ...origin,
      routes: content.routes
        .filter(({ grade }) => grade === id)
        .map((route, index): PackRoute => {
          const when = kept.find((one) => `${id}-${one.id}` === route.id)?.when;
          return {
            id: String(index + 1),
            ...(when && { when }),
            ...floor('basic', basicOf(route, content.basicPoints ?? 0)),
            ...floor('bonus', route.bonus),
            ...floor('total', route.total),
          };
        }),
    };
  });
}

/** A grade whose parts must reach a share leaves the next lower one where they do not. */
function partGates({ routes, parts }: EntryContent): readonly PackGate[] {
  const grades = distinct(routes.map(({ grade }) => grade));
  const sections = parts.filter(({ bonus }) => !bonus).map(({ id }) => id);
  return grades.flatMap((grade, index): PackGate[] => {
    const shares = routes.filter((route) => route.grade === grade).map((route) => route.partShare);
    const share = Math.max(0, ...shares.map((one) => one ?? 0));
    const below = grades[index + 1];
    if (share === 0) return [];
    return [
      {
        id: `part_share_${String(index + 1)}`,
        kind: 'section_share',
        sections,
        atLeastPercent: share,
        ...(below !== undefined && { capAt: below }),
        text: `${grade} 级：各部分得分率不低于 ${String(share)}%`,
        ...origin,
      },
    ];
  });
}

/** What must hold beside the points, those of the grades' own rows among them. */
export const gatesOf = (content: EntryContent): readonly PackGate[] => [
  ...partGates(content),
  ...content.gates.map((gate): PackGate => {
    const { id, kind, capAt, text, percent } = gate;
    const base = { id, kind, text, ...origin, ...(capAt !== '' && { capAt }) };
    if (kind === 'section_share')
      return { ...base, sections: gate.parts, atLeastPercent: percent ?? 0 };
    return {
      ...base,
      ...(gate.items.length > 0 && { items: gate.items, atLeastPercent: percent ?? 0 }),
      ...(gate.rules.length > 0 && { rules: gate.rules }),
    };
  }),
];
