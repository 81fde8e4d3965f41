import { bound, supervise, type Part, type Told } from '../../launcher/supervise.mjs';

class Process implements Part {
  end: (reason: string) => void = () => undefined;
  readonly ended = new Promise<string>((done) => {
    this.end = done;
  });
  readonly stop = jest.fn(async () => this.end('SIGTERM'));
}

function parts(): { readonly all: Process[]; readonly start: () => Promise<Process> } {
  const all: Process[] = [];
  const start = async (): Promise<Process> => {
    all.push(new Process());
    return all.at(-1) as Process;
  };
  return { all, start };
}

const told = (): jest.Mocked<Told> => ({ restarted: jest.fn(), gaveUp: jest.fn() });
const pass = (milliseconds: number): Promise<void> => jest.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('a part that is kept running', () => {
  it('is started again when it ends by itself, however long that goes on now and then', async () => {
    const { all, start } = parts();
    const tell = told();
    const kept = await supervise('worker', start, tell);
    for (let times = 1; times <= 3 * bound.ends; times += 1) {
      all.at(-1)?.end('SIGKILL');
      await pass(bound.withinMilliseconds / 2);
      expect(all).toHaveLength(times + 1);
    }
    expect(tell.restarted).toHaveBeenLastCalledWith('worker', 'SIGKILL');
    expect(tell.gaveUp).not.toHaveBeenCalled();
    await kept.stop();
  });

  it('is given up once it ends more often than that', async () => {
    const { all, start } = parts();
    const tell = told();
    const kept = await supervise('main', start, tell);
    for (let times = 0; times <= bound.ends; times += 1) {
      all.at(-1)?.end('1');
      await pass(5_000);
    }
    expect(all).toHaveLength(bound.ends + 1);
    expect(tell.gaveUp.mock.calls).toEqual([['main', '1']]);
    await kept.stop();
  });

  it('is given up when it cannot even be started, and says why', async () => {
    const first = new Process();
    const start = jest
      .fn<Promise<Part>, []>()
      .mockResolvedValueOnce(first)
      .mockRejectedValue(new Error('no room'));
    const tell = told();
    const kept = await supervise('postgres', start, tell);
    first.end('SIGKILL');
    await pass(bound.withinMilliseconds);
    expect(start).toHaveBeenCalledTimes(bound.ends + 1);
    expect(tell.gaveUp.mock.calls).toEqual([['postgres', 'no room']]);
    await kept.stop();
  });

  it('is given up at once when another start would change nothing', async () => {
    const { all, start } = parts();
    const tell = told();
    const kept = await supervise('main', start, tell, (reason) => reason === '78');
    all[0]?.end('78');
    await pass(60_000);
    expect(all).toHaveLength(1);
    expect(tell.gaveUp).toHaveBeenCalledTimes(1);
    await kept.stop();
  });

  it('stays away once it is stopped', async () => {
    const { all, start } = parts();
    const tell = told();
    const kept = await supervise('worker', start, tell);
    all[0]?.end('SIGKILL');
    const stopping = kept.stop();
    await pass(60_000);
    await stopping;
    expect(all).toHaveLength(1);
    expect(tell.gaveUp).not.toHaveBeenCalled();
  });

  it('is stopped also where that was asked in the middle of being started again', async () => {
    const [first, second] = [new Process(), new Process()];
    let begin = (): void => undefined;
    const beginning = new Promise<Part>((done) => (begin = () => done(second)));
    const start = jest
      .fn<Promise<Part>, []>()
      .mockResolvedValueOnce(first)
      .mockReturnValueOnce(beginning);
    const kept = await supervise('postgres', start, told());
    first.end('SIGKILL');
    await pass(0);
    expect(start).toHaveBeenCalledTimes(2);
    const stopping = kept.stop();
    begin();
    await stopping;
    expect(second.stop).toHaveBeenCalledTimes(1);
  });
});
