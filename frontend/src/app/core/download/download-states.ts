import {
  type Observable,
  catchError,
  exhaustMap,
  map,
  merge,
  of,
  startWith,
  takeWhile,
  timer,
} from 'rxjs';

export interface FetchedFile {
  readonly content: Blob;
  readonly name: string;
}

/** A file on its way; `before` says how many are made before it, 0 or null: nobody is known to be. */
export type DownloadState =
  | { readonly kind: 'asked' }
  | { readonly kind: 'waiting'; readonly before: number | null }
  | { readonly kind: 'done'; readonly file: FetchedFile }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface DownloadPorts {
  readonly file: Observable<FetchedFile>;
  /** Asked now and then while the file is being made. */
  readonly place: Observable<number | null>;
}

/** What is there sooner needs no word about waiting. */
export const SHOWN_AFTER_MS = 600;
const ASKED_EVERY_MS = 1_500;

/** The states of one file from being asked for to the last one, done or failed; to unsubscribe cancels it. */
export function downloadStates({ file, place }: DownloadPorts): Observable<DownloadState> {
  const ended = file.pipe(
    map((fetched): DownloadState => ({ kind: 'done', file: fetched })),
    catchError((error: unknown) => of<DownloadState>({ kind: 'failed', error })),
  );
  const waiting = timer(SHOWN_AFTER_MS, ASKED_EVERY_MS).pipe(
    exhaustMap(() => place.pipe(catchError(() => of(null)))),
    map((before): DownloadState => ({ kind: 'waiting', before })),
  );
  return merge(ended, waiting).pipe(
    startWith<DownloadState>({ kind: 'asked' }),
    takeWhile(({ kind }) => kind !== 'done' && kind !== 'failed', true),
  );
}
