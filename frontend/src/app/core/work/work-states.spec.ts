import { NEVER, Observable, Subject, defer, of, throwError } from 'rxjs';
import { type WorkState, workStates } from './work-states';

describe('work of the server', () => {
  let seen: WorkState<string>[];
  let failure: unknown;
  beforeEach(() => {
    seen = [];
    failure = undefined;
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  const watch = (answer: Observable<string>, place: Observable<number | null> = NEVER) =>
    workStates({ answer, place }).subscribe({
      next: (state) => seen.push(state),
      error: (error: unknown) => (failure = error),
    });

  it('tells its place while it waits, and no more once it is done', () => {
    const answer = new Subject<string>();
    const places = [2, 0];
    watch(
      answer,
      defer(() => of(places.shift() ?? null)),
    );
    jest.advanceTimersByTime(2_100);
    answer.next('read');
    jest.advanceTimersByTime(10_000);
    expect(seen).toEqual([
      { kind: 'waiting', before: 2 },
      { kind: 'waiting', before: 0 },
      { kind: 'done', answer: 'read' },
    ]);
  });

  it('goes on where nobody can tell its place, and fails with its own failure only', () => {
    const answer = new Subject<string>();
    watch(
      answer,
      throwError(() => new Error('no place')),
    );
    jest.advanceTimersByTime(600);
    expect([seen, failure]).toEqual([[{ kind: 'waiting', before: null }], undefined]);
    answer.error('too large');
    jest.advanceTimersByTime(10_000);
    expect([seen.length, failure]).toEqual([1, 'too large']);
  });

  it('is given up by whoever cancels', () => {
    let given = 0;
    const answer = new Observable<string>(() => () => (given += 1));
    const watching = watch(answer, of(1));
    jest.advanceTimersByTime(600);
    watching.unsubscribe();
    jest.advanceTimersByTime(10_000);
    expect([given, seen.length]).toEqual([1, 1]);
  });
});
