import type {
  PreviewRouteDto,
  TablePreviewDto,
  TableProblemDto,
  UsableSchemeDto,
} from '../../core/api/generated/openapi';

/** Schemes as the server lists them for an organization. Points are hundredths. */
export type UsableScheme = UsableSchemeDto;
export type TablePreview = TablePreviewDto;
type TableProblem = TableProblemDto;
type Floors = PreviewRouteDto;

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
