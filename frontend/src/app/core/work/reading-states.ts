import { type Observable, catchError, exhaustMap, map, merge, of, takeWhile, timer } from 'rxjs';

/** How a file stands until its answer is there. */
export type ReadingState<Answer> =
  /** `before`: how many are read before it; 0 or null: nobody is known to be. */
  | { readonly kind: 'waiting'; readonly before: number | null }
  | { readonly kind: 'done'; readonly answer: Answer };

export interface ReadingPorts<Answer> {
  readonly answer: Observable<Answer>;
  /** Asked again and again. */
  readonly place: Observable<number | null>;
}

/** A small file is read before anybody could look at its place. */
const FIRST_LOOK_MS = 600;
const NEXT_LOOK_MS = 1_500;

/** Completes with the answer, fails as it fails; who unsubscribes gives the request up. */
export function readingStates<Answer>({
  answer,
  place,
}: ReadingPorts<Answer>): Observable<ReadingState<Answer>> {
  const looks = timer(FIRST_LOOK_MS, NEXT_LOOK_MS).pipe(
    // A look that fails says nothing about the file.
    exhaustMap(() => place.pipe(catchError(() => of(null)))),
    map((before): ReadingState<Answer> => ({ kind: 'waiting', before })),
  );
  const done = answer.pipe(map((found): ReadingState<Answer> => ({ kind: 'done', answer: found })));
  return merge(done, looks).pipe(takeWhile(({ kind }) => kind !== 'done', true));
}
