/** Schemes as the server lists them for an organization. Points are hundredths. */
export interface UsableScheme {
  readonly id: string;
  readonly version: string;
  readonly title: { readonly 'zh-CN': string; readonly en?: string };
  readonly kind: 'scored' | 'readiness';
  readonly validUntil: string | null;
  readonly supersededBy: string | null;
  readonly items: number;
  readonly basicPoints: number;
  readonly bonusPoints: number;
  readonly grades: readonly string[];
  /** `own`: entered by this organization from a table it holds. */
  readonly origin: 'shipped' | 'own';
  readonly fileName: string | null;
  readonly publishedAt: string | null;
  readonly publishedBy: { readonly id: string; readonly name: string } | null;
}

export interface TableProblem {
  readonly code: string;
  readonly sheet: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly head: string | null;
  readonly message: string;
  readonly mend: string;
}

export interface PreviewScheme extends UsableScheme {
  readonly sections: readonly {
    readonly id: string;
    readonly title: { readonly 'zh-CN': string; readonly en?: string };
    readonly points: number;
    readonly bonus: boolean;
    readonly items: number;
  }[];
  readonly routes: readonly {
    readonly id: string;
    readonly routes: readonly Floors[];
  }[];
  readonly rules: number;
  readonly house: number;
  readonly entered: number;
  readonly relabelled: number;
  readonly previousVersion: string | null;
  readonly isUnchanged: boolean;
}

export interface Floors {
  readonly basic?: number;
  readonly bonus?: number;
  readonly total?: number;
}

/** A scoring table in another shape; points are hundredths. */
export interface ForeignTable {
  readonly sheet: string;
  readonly items: number;
  readonly points: number;
  readonly sums: number;
  readonly open: number;
}

export interface TablePreview {
  readonly problems: readonly TableProblem[];
  readonly scheme: PreviewScheme | null;
  readonly foreign: ForeignTable | null;
}

/** The newest version of each scheme, in the order of the list, which names newer versions first. */
export function newestOf<S extends { readonly id: string }>(schemes: readonly S[]): readonly S[] {
  return schemes.filter(
    (scheme, index) => schemes.findIndex(({ id }) => id === scheme.id) === index,
  );
}

/** `O4`; `O` where the whole column is meant; '' for the whole sheet. */
export function cellOf({ column, row }: Pick<TableProblem, 'column' | 'row'>): string {
  return `${column ?? ''}${row ?? ''}`;
}

const floorKeys = ['basic', 'bonus', 'total'] as const;

/** The floors of one way to a grade that are there, in their order. */
export function floorsOf(
  route: Floors,
): readonly { readonly key: (typeof floorKeys)[number]; readonly points: number }[] {
  return floorKeys.flatMap((key) => {
    const points = route[key];
    return points === undefined ? [] : [{ key, points }];
  });
}
