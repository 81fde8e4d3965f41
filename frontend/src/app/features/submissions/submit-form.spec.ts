import '@angular/compiler';
import type { AcceptingBodyDto, SubmissionDto } from '../../core/api/generated/openapi';
import { Problem } from '../../core/errors/problem';
import { PlayedServer, atRest, storeWith } from '../../testing/store-with';
import { SubmitForm } from './submit-form';

const bodies = (...ids: string[]) => ids.map((id) => ({ id, name: id }) as AcceptingBodyDto);

async function opened() {
  const played = new PlayedServer({
    'GET /submissions/bodies': () => bodies('a', 'b'),
    'POST /submissions': () => ({ id: 's' }),
  });
  const { store } = storeWith(SubmitForm, played);
  const form = store as unknown as {
    readonly bodyId: { set(id: string): void };
    readonly isRenewal: { set(isWanted: boolean): void };
    readonly body: () => AcceptingBodyDto | null;
    readonly accepting: () => readonly AcceptingBodyDto[] | null;
    readonly problem: () => Problem | null;
    submit(event: Event, dossierId: string, text: string, kept: { forget(): void }): Promise<void>;
  };
  const submitted: SubmissionDto[] = [];
  store.submitted.subscribe((one) => submitted.push(one));
  await atRest();
  form.bodyId.set('a');
  return {
    played,
    store,
    form,
    submitted,
    submit: () => form.submit(new Event('submit'), 'd', '请审核', { forget: () => undefined }),
  };
}

describe('handing a dossier in', () => {
  it('goes to the chosen body, once', async () => {
    const { played, submitted, submit } = await opened();
    await Promise.all([submit(), submit()]);
    expect(played.askedFor('POST /submissions')).toMatchObject([
      { body: { bodyId: 'a', dossierId: 'd', text: '请审核' } },
    ]);
    expect(submitted).toHaveLength(1);
  });

  it('offers the bodies anew where the chosen one takes no applications any more', async () => {
    const { played, form, submitted, submit } = await opened();
    played.answers['POST /submissions'] = () => {
      throw new Problem('body_not_accepting', 409, '', '');
    };
    played.answers['GET /submissions/bodies'] = () => bodies('b');
    await submit();
    expect(form.accepting()?.map(({ id }) => id)).toEqual(['b']);
    expect([form.body(), form.problem()?.code]).toEqual([null, 'body_not_accepting']);
    await submit();
    expect(played.askedFor('POST /submissions')).toHaveLength(1);
    expect(submitted).toEqual([]);
  });

  it('renews a certificate at the body that issued it, where the enterprise wants it', async () => {
    const { played, store, form, submit } = await opened();
    Object.assign(store, { renewed: () => ({ submissionId: 'r', number: '1', bodyId: 'a' }) });
    form.isRenewal.set(true);
    await submit();
    form.isRenewal.set(false);
    await submit();
    form.isRenewal.set(true);
    form.bodyId.set('b');
    await submit();
    expect(played.askedFor('POST /submissions').map(({ body }) => body?.['renews'])).toEqual([
      ...['r', undefined, undefined],
    ]);
  });
});
