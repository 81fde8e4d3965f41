import { type Observable, catchError, map, of, startWith } from 'rxjs';
import { workStates } from '../work/work-states';

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

interface DownloadPorts {
  readonly file: Observable<FetchedFile>;
  /** Asked now and then while the file is being made. */
  readonly place: Observable<number | null>;
}

/** The states of one file from being asked for to the last one, done or failed; to unsubscribe cancels it. */
export function downloadStates({ file, place }: DownloadPorts): Observable<DownloadState> {
  return workStates({ answer: file, place }).pipe(
    map((state): DownloadState =>
      state.kind === 'done' ? { kind: 'done', file: state.answer } : state,
    ),
    startWith<DownloadState>({ kind: 'asked' }),
    catchError((error: unknown) => of<DownloadState>({ kind: 'failed', error })),
  );
}
