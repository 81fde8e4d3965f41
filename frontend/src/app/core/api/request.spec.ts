import { optionsOf, urlOf } from './request';

describe('a request', () => {
  it('names each value of a list by itself', () => {
    const url = urlOf('/portfolio/reports', 'o-1', { clients: ['a', 'b', ''], month: '2026-11' });
    expect(url).toBe('/api/organizations/o-1/portfolio/reports?clients=a&clients=b&month=2026-11');
  });

  it('goes to the open enterprise where the address names none', () => {
    expect(urlOf('/drafts/{id}', 'o1', { id: 'd' })).toBe('/api/organizations/o1/drafts/d');
    expect(urlOf('/drafts/{id}', 'o1', { id: 'd', organizationId: 'o2' })).toBe(
      '/api/organizations/o2/drafts/d',
    );
    expect(urlOf('/api/sessions', 'o1')).toBe('/api/sessions');
  });

  it('takes the values of its address as they are', () => {
    expect(urlOf('/api/invitations/{token}', '', { token: 'a/b?c' })).toBe(
      '/api/invitations/a%2Fb%3Fc',
    );
  });

  it('asks for nothing that is undefined or empty', () => {
    const given = { q: ' 变压器 ', year: undefined, status: '', offset: 0, ifMatch: 3, body: {} };
    expect(urlOf('/standards', 'o', given)).toBe(
      `/api/organizations/o/standards?q=${encodeURIComponent('变压器')}&offset=0`,
    );
  });

  it('says which version it is made on, and under which key', () => {
    expect(optionsOf({ ifMatch: 0, idempotencyKey: 'k', headers: { a: 'b' } }).headers).toEqual({
      ...{ a: 'b', 'If-Match': '"0"', 'Idempotency-Key': 'k' },
    });
  });

  it('sends a form in the order in which it is written, with the name of its file', () => {
    const file = new File(['x'], '证书.pdf');
    const { body } = optionsOf({ form: { itemId: '1', again: undefined, file } });
    const sent = [...(body as FormData)].map(([name, part]) =>
      typeof part === 'string' ? [name, part] : [name, part.name],
    );
    expect(sent).toEqual([
      ['itemId', '1'],
      ['file', '证书.pdf'],
    ]);
  });
});
