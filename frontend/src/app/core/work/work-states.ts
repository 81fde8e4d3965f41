import { type Observable, catchError, exhaustMap, map, merge, of, takeWhile, timer } from 'rxjs';

/** How work of the server stands until its answer is there: a file that it reads or makes. */
export type WorkState<Answer> =
  /** `before`: how many begin before it; 0 or null: nobody is known to be. */
  | { readonly kind: 'waiting'; readonly before: number | null }
  | { readonly kind: 'done'; readonly answer: Answer };

interface WorkPorts<Answer> {
  readonly answer: Observable<Answer>;
  /** Asked again and again. */
  readonly place: Observable<number | null>;
}

/** What is there sooner needs no word about waiting. */
const FIRST_LOOK_MS = 600;
const NEXT_LOOK_MS = 1_500;

/** Completes with the answer, fails as it fails; who unsubscribes gives the request up. */
export function workStates<Answer>({
  answer,
  place,
}: WorkPorts<Answer>): Observable<WorkState<Answer>> {
  const looks = timer(FIRST_LOOK_MS, NEXT_LOOK_MS).pipe(
    // A look that fails says nothing about the work.
    exhaustMap(() => place.pipe(catchError(() => of(null)))),
    map((before): WorkState<Answer> => ({ kind: 'waiting', before })),
  );
  const done = answer.pipe(map((found): WorkState<Answer> => ({ kind: 'done', answer: found })));
  return merge(done, looks).pipe(takeWhile(({ kind }) => kind !== 'done', true));
}
