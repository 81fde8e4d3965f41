import type { CatalogueImportDto, CatalogueFeedbackDto } from '../../core/api/generated/openapi';

/** A file on its way into the catalogue, from its preview to its result. */
export type CatalogueImport = CatalogueImportDto;
/** A remark about an entry of the catalogue, with its answer. */
export type CatalogueFeedback = CatalogueFeedbackDto;
export type FeedbackState = CatalogueFeedback['state'];

/** Whether an import is still being written. */
export function isUnderWay({ state }: Pick<CatalogueImport, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}

/** Share of the rows that are written, in percent. */
export function percentDone({
  rows,
  rowsDone,
}: Pick<CatalogueImport, 'rows' | 'rowsDone'>): number {
  return rows === 0 ? 100 : Math.min(100, Math.round((rowsDone / rows) * 100));
}

/** Class of the chip of an answer. */
export function feedbackChip(state: FeedbackState): '' | 'good' | 'warn' {
  return state === 'accepted' ? 'good' : state === 'open' ? 'warn' : '';
}
