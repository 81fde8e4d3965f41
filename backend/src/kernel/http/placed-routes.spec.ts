import type { Request, Response } from 'express';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PlacedRoutes } from './placed-routes';

describe('routes that stand with those of their place', () => {
  let server: Server;
  let address: string;

  beforeAll(async () => {
    const routes = new PlacedRoutes();
    const told =
      (name: string) =>
      ({ params, originalUrl, method }: Request, response: Response): void => {
        response.json({ name, params, originalUrl, method });
      };
    routes.get('/api/organizations', told('all'));
    routes.get('/api/organizations/:organizationId', told('organization'));
    routes.get('/api/organizations/:organizationId/standards/:id', told('standard'));
    routes.post('/api/organizations/:organizationId/standards', told('add'));
    routes.get('/api/organizations/:organizationId/standards-imports', told('imports'));
    routes.patch('/api/organizations/:organizationId/profile', told('profile'));
    routes.get('/api/sessions/current', told('session'));
    routes.delete('/api/sessions/:id', told('end'));
    server = createServer(routes.getInstance());
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((done) => server.close(done)));

  const ask = async (path: string, method = 'GET'): Promise<Record<string, unknown>> => {
    const answer = await fetch(address + path, { method });
    return answer.ok
      ? ((await answer.json()) as Record<string, unknown>)
      : { status: answer.status };
  };

  it.each([
    ['GET', '/api/organizations', 'all', {}],
    ['GET', '/api/organizations/o1', 'organization', { organizationId: 'o1' }],
    ['GET', '/api/organizations/o1/standards/s1', 'standard', { organizationId: 'o1', id: 's1' }],
    ['POST', '/api/organizations/o1/standards', 'add', { organizationId: 'o1' }],
    ['GET', '/api/organizations/o1/standards-imports', 'imports', { organizationId: 'o1' }],
    ['PATCH', '/api/organizations/o1/profile?x=1', 'profile', { organizationId: 'o1' }],
    ['GET', '/api/sessions/current', 'session', {}],
    ['DELETE', '/api/sessions/s1', 'end', { id: 's1' }],
  ])('%s %s reaches its own, with all that its path names', async (method, path, name, params) => {
    expect(await ask(path, method)).toEqual({ name, params, originalUrl: path, method });
  });

  it('is found as Express finds it: by HEAD, in any case, with a slash at the end, with signs in its names', async () => {
    expect((await fetch(`${address}/api/sessions/current`, { method: 'HEAD' })).status).toBe(200);
    expect(await ask('/API/Organizations/o1/Standards/s1/')).toMatchObject({ name: 'standard' });
    expect(await ask('/api/organizations/o1/standards/a%2Fb')).toMatchObject({
      params: { organizationId: 'o1', id: 'a/b' },
    });
    expect(await ask('/api/organizations/%E0%A4%A/standards/s1')).toEqual({ status: 400 });
  });

  it('is not found where only the place is known', async () => {
    expect(await ask('/api/organizations/o1/standards')).toEqual({ status: 404 });
    expect(await ask('/api/organizations/o1/nothing/s1')).toEqual({ status: 404 });
    expect(await ask('/api/sessions/s1/more')).toEqual({ status: 404 });
  });
});
