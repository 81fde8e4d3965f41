import '@angular/compiler';
import { signal } from '@angular/core';
import { AREAS, MOST_COPIES } from '@liangxing/contracts';
import type { ClientDto, CopyLineDto, TemplateDto } from '../../core/api/generated/openapi';
import { type Asked, atRest, failure, PlayedServer, storeWith } from '../../testing/store-with';
import { CopyPanel } from './copy-panel';

const client = (clientId: string, clientName: string, writable: readonly string[] = AREAS) =>
  ({ clientId, clientName, writable, state: 'live' }) as unknown as ClientDto;
const CLIENTS = [
  client('c1', '苏州甲机械'),
  client('c2', '无锡乙电子'),
  client('c3', '常州丙食品', ['profile', 'register']),
  { ...client('c4', '旧客户'), state: 'revoked' } as ClientDto,
];

const line = (clientId: string, more: Partial<CopyLineDto> = {}): CopyLineDto => ({
  ...{ clientId, clientName: null, outcome: 'copied', freshCount: 1, fresh: ['采购控制程序'] },
  ...{ presentCount: 0, present: [], emptyFields: [], problem: null, ...more },
});

/** What its template uses. */
interface Seen {
  readonly found: () => readonly ClientDto[];
  readonly chosen: () => ReadonlySet<string>;
  readonly lines: () => readonly CopyLineDto[];
  readonly isDone: () => boolean;
  readonly mayCopy: () => boolean;
  readonly hasTooMany: () => boolean;
  readonly problem: () => unknown;
  readonly wrongCodes: () => ReadonlySet<string>;
  opens(client: ClientDto): boolean;
  closedWords(client: ClientDto): string;
  find(event: Event): void;
  choose(id: string, event: Event): void;
  chooseAll(): void;
  setCode(clientId: string, event: Event): void;
  nameOf(line: CopyLineDto): string;
  listed(names: readonly string[], count: number): string;
  preview(): Promise<void>;
  ask(what: 'preview' | 'copy'): Promise<void>;
}

const preview = 'POST /templates/{id}/copies/preview';
const copies = 'POST /templates/{id}/copies';
const typed = (value: string): Event => ({ target: { value } }) as unknown as Event;
const ticked = (checked: boolean): Event => ({ target: { checked } }) as unknown as Event;

async function opened({ kind = 'drafts', from = '', clients = CLIENTS } = {}) {
  const played = new PlayedServer({
    'GET /clients': () => clients,
    [preview]: ({ body }) => (body?.['clients'] as { clientId: string }[]).map(lineOf),
    [copies]: ({ body }) => (body?.['clients'] as { clientId: string }[]).map(lineOf),
  });
  const lineOf = ({ clientId }: { clientId: string }): CopyLineDto => line(clientId);
  const { store } = storeWith(CopyPanel, played);
  const template = signal({ id: 't1', version: 3, kind } as TemplateDto);
  Object.assign(store, { template, client: signal(from), isUnsaved: signal(false) });
  await atRest();
  return { played, template, seen: store as unknown as Seen };
}

describe('the panel that copies a template', () => {
  it('shows live clients, and lets those be chosen that opened the area for writing', async () => {
    const { seen } = await opened();
    expect(seen.found().map((one) => [one.clientName, seen.opens(one)])).toEqual([
      ['苏州甲机械', true],
      ['无锡乙电子', true],
      ['常州丙食品', false],
    ]);
    expect(seen.found().map((one) => seen.closedWords(one))).toEqual(['', '', '标准体系']);
    seen.find(typed(' 乙 '));
    seen.chooseAll();
    expect([...seen.chosen()]).toEqual(['c2']);
    seen.find(typed(''));
    seen.chooseAll();
    expect([...seen.chosen()].sort()).toEqual(['c1', 'c2']);
  });

  it('begins with the client from whose page one came, where it may be written', async () => {
    expect([...(await opened({ from: 'c2' })).seen.chosen()]).toEqual(['c2']);
    expect([...(await opened({ from: 'c3' })).seen.chosen()]).toEqual([]);
  });

  it('copies what was looked at, in the version that was looked at', async () => {
    const { played, seen } = await opened({ from: 'c1' });
    await seen.preview();
    expect([seen.mayCopy(), seen.isDone(), seen.lines().length]).toEqual([true, false, 1]);
    const [first] = seen.lines();
    expect(seen.nameOf(first as CopyLineDto)).toBe('苏州甲机械');
    await seen.ask('copy');
    expect(played.askedFor(copies)).toMatchObject([
      { id: 't1', ifMatch: 3, body: { clients: [{ clientId: 'c1' }] } },
    ]);
    expect([seen.mayCopy(), seen.isDone()]).toEqual([false, true]);
  });

  it('forgets the preview where the choice or the template is another one', async () => {
    const { seen, template } = await opened({ from: 'c1' });
    await seen.preview();
    seen.choose('c2', ticked(true));
    expect([seen.mayCopy(), seen.lines()]).toEqual([false, []]);
    await seen.preview();
    template.set({ id: 't1', version: 4, kind: 'drafts' } as TemplateDto);
    await atRest();
    expect([seen.mayCopy(), seen.lines()]).toEqual([false, []]);
  });

  it('tells fields that stay empty, line by line, and names beyond those that are told', async () => {
    const { played, seen } = await opened({ from: 'c1' });
    const lines = [line('c1', { emptyFields: ['number'] }), line('c2')];
    played.answers[preview] = () => lines;
    await seen.preview();
    expect(seen.lines().map(({ emptyFields }) => emptyFields)).toEqual([['number'], []]);
    expect(seen.listed(['甲', '乙'], 2)).toBe('甲、乙');
    expect(seen.listed(['甲', '乙'], 9)).toBe('甲、乙 … (9)');
  });

  it('sends the code of an enterprise that was typed, and looks anew before it copies', async () => {
    const { played, seen } = await opened({ kind: 'numbering', from: 'c1' });
    played.answers[preview] = () => [line('c1', { outcome: 'code_missing' })];
    await seen.preview();
    seen.setCode('c1', typed('q1'));
    expect([...seen.wrongCodes()]).toEqual(['c1']);
    seen.setCode('c1', typed(' sljd '));
    expect([seen.wrongCodes().size, seen.mayCopy()]).toEqual([0, false]);
    await seen.preview();
    const [, second] = played.askedFor(preview);
    expect(second?.body).toEqual({ clients: [{ clientId: 'c1', code: 'SLJD' }] });
  });

  it('takes no more clients than one request may', async () => {
    const many = Array.from({ length: MOST_COPIES + 1 }, (_, at) =>
      client(`m${String(at)}`, '客户'),
    );
    const { seen } = await opened({ clients: many });
    seen.chooseAll();
    expect(seen.hasTooMany()).toBe(true);
    seen.choose('m0', ticked(false));
    expect(seen.hasTooMany()).toBe(false);
  });

  it('tells a refusal of the copy, and hears no late preview of another choice', async () => {
    const { played, seen } = await opened({ from: 'c1' });
    await seen.preview();
    played.answers[copies] = (): never => {
      throw failure(409);
    };
    await seen.ask('copy');
    expect([seen.problem() === null, seen.isDone()]).toEqual([false, false]);
    let go = (): void => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    played.answers[preview] = async (_: Asked) => {
      await gate;
      return [line('c1')];
    };
    const late = seen.preview();
    seen.choose('c1', ticked(false));
    go();
    await late;
    expect([seen.lines(), seen.mayCopy()]).toEqual([[], false]);
  });
});
