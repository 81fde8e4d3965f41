import { NEVER, Observable, Subject, defer, of, throwError } from 'rxjs';
import { type DownloadState, type FetchedFile, downloadStates } from './download-states';

const fetched: FetchedFile = { content: new Blob(['x']), name: 'x.pdf' };

describe('a file on its way', () => {
  let seen: DownloadState[];
  beforeEach(() => {
    seen = [];
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  const watch = (file: Observable<FetchedFile>, place: Observable<number | null> = NEVER) =>
    downloadStates({ file, place }).subscribe((state) => seen.push(state));

  it('is not spoken of where it is there at once', () => {
    let asked = 0;
    watch(
      defer(() => {
        asked += 1;
        return of(fetched);
      }),
    );
    jest.advanceTimersByTime(10_000);
    expect(asked).toBe(1);
    expect(seen).toEqual([{ kind: 'asked' }, { kind: 'done', file: fetched }]);
  });

  it('tells its place while it waits, and no more once it is there', () => {
    const file = new Subject<FetchedFile>();
    const places = [2, 1, 0];
    watch(
      file,
      defer(() => of(places.shift() ?? null)),
    );
    jest.advanceTimersByTime(600);
    jest.advanceTimersByTime(1_500);
    expect(seen.slice(1)).toEqual([
      { kind: 'waiting', before: 2 },
      { kind: 'waiting', before: 1 },
    ]);
    file.next(fetched);
    file.complete();
    jest.advanceTimersByTime(10_000);
    expect(seen.slice(3)).toEqual([{ kind: 'done', file: fetched }]);
  });

  it('goes on where nobody can tell its place', () => {
    const failing = throwError(() => new Error('no answer'));
    watch(new Subject<FetchedFile>(), failing);
    jest.advanceTimersByTime(2_100);
    expect(seen.slice(1)).toEqual([
      { kind: 'waiting', before: null },
      { kind: 'waiting', before: null },
    ]);
  });

  it('ends with the words of a failure', () => {
    const error = new Error('busy');
    watch(throwError(() => error));
    jest.advanceTimersByTime(10_000);
    expect(seen).toEqual([{ kind: 'asked' }, { kind: 'failed', error }]);
  });

  it('is asked for once, and given up by whoever cancels', () => {
    let asked = 0;
    let given = 0;
    const file = new Observable<FetchedFile>(() => {
      asked += 1;
      return () => (given += 1);
    });
    const watching = watch(file, of(1));
    jest.advanceTimersByTime(5_000);
    expect([asked, given]).toEqual([1, 0]);
    watching.unsubscribe();
    expect([asked, given]).toEqual([1, 1]);
    const told = seen.length;
    jest.advanceTimersByTime(5_000);
    expect(seen).toHaveLength(told);
  });
});
