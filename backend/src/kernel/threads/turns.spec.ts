import fc from 'fast-check';
import { TooManyWaitingError, Turns } from './turns';

const never = new AbortController().signal;

/** Work that ends when told to. */
function held(): { readonly work: () => Promise<void>; readonly end: () => void } {
  let end = (): void => undefined;
  const ended = new Promise<void>((done) => (end = done));
  return { work: () => ended, end };
}

const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('turns', () => {
  it('go round the owners, and within an owner in the order of asking', async () => {
    const turns = new Turns(1, 100);
    const first = held();
    const order: string[] = [];
    const asked = [turns.take('x', 'x0', never, first.work)];
    for (const [owner, id] of [
      ['a', 'a1'],
      ['a', 'a2'],
      ['a', 'a3'],
      ['b', 'b1'],
      ['b', 'b2'],
      ['c', 'c1'],
    ] as const)
      asked.push(turns.take(owner, id, never, () => Promise.resolve(void order.push(id))));
    first.end();
    await Promise.all(asked);
    expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  });

  it('tell each waiting one how many begin before it, whoever waits', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 20 }),
        async (owners) => {
          const turns = new Turns(1, 100);
          const first = held();
          const order: string[] = [];
          const asked = [turns.take('x', 'x', never, first.work)];
          for (const [index, owner] of owners.entries())
            asked.push(
              turns.take(owner, String(index), never, () =>
                Promise.resolve(void order.push(String(index))),
              ),
            );
          const told = owners.map((owner, index) => turns.placeOf(owner, String(index)));
          first.end();
          await Promise.all(asked);
          expect(told).toEqual(owners.map((_, index) => order.indexOf(String(index))));
        },
      ),
    );
  });

  it('never let more than allowed run, and use every place', async () => {
    const turns = new Turns(2, 100);
    let running = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        turns.take(String(index % 3), String(index), never, async () => {
          most = Math.max(most, (running += 1));
          await settle();
          running -= 1;
        }),
      ),
    );
    expect([most, running, turns.waiting]).toEqual([2, 0, 0]);
  });

  it('are given back by work that fails', async () => {
    const turns = new Turns(1, 1);
    const failing = () => Promise.reject(new Error('failed'));
    await expect(turns.take('a', '1', never, failing)).rejects.toThrow('failed');
    await expect(turns.take('a', '2', never, () => Promise.resolve(2))).resolves.toBe(2);
  });

  it('are left by those who no longer wait', async () => {
    const turns = new Turns(1, 100);
    const first = held();
    const running = turns.take('a', '0', never, first.work);
    const leaving = new AbortController();
    const left = turns.take('a', '1', leaving.signal, () => Promise.resolve('ran'));
    const stays = turns.take('a', '2', never, () => Promise.resolve('ran'));
    leaving.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    expect(turns.placeOf('a', '2')).toBe(0);
    first.end();
    await expect(stays).resolves.toBe('ran');
    await running;
    await expect(
      turns.take('a', '3', leaving.signal, () => Promise.resolve('ran')),
    ).rejects.toThrow('gone');
  });

  it('are refused where too many wait', async () => {
    const turns = new Turns(1, 1);
    const first = held();
    const running = turns.take('a', '0', never, first.work);
    const waiting = turns.take('b', '1', never, () => Promise.resolve());
    await expect(turns.take('c', '2', never, () => Promise.resolve())).rejects.toThrow(
      TooManyWaitingError,
    );
    first.end();
    await Promise.all([running, waiting]);
  });

  it('are refused to an owner who has many waiting, and given to others', async () => {
    const turns = new Turns(1, 3, 2);
    const first = held();
    const nothing = () => Promise.resolve();
    const asked = [
      turns.take('a', '0', never, first.work),
      turns.take('a', '1', never, nothing),
      turns.take('a', '2', never, nothing),
    ];
    await expect(turns.take('a', '3', never, nothing)).rejects.toThrow(TooManyWaitingError);
    asked.push(turns.take('b', '4', never, nothing));
    first.end();
    await Promise.all(asked);
  });

  it('are always given to a newcomer where one owner has filled the line: the last of the longest gives way', async () => {
    const turns = new Turns(1, 4);
    const first = held();
    const order: string[] = [];
    const ask = (owner: string, id: string) =>
      turns.take(owner, id, never, () => Promise.resolve(void order.push(id)));
    const running = turns.take('a', 'a0', never, first.work);
    const asked = [ask('a', 'a1'), ask('a', 'a2'), ask('b', 'b1')];
    const lost = ask('a', 'a3');
    asked.push(ask('c', 'c1'));
    await expect(lost).rejects.toThrow(TooManyWaitingError);
    expect(turns.waiting).toBe(4);
    await expect(ask('b', 'b2')).rejects.toThrow(TooManyWaitingError);
    first.end();
    await Promise.all([running, ...asked]);
    expect(order).toEqual(['a1', 'b1', 'c1', 'a2']);
  });
});
