import { Controller, Get, Module } from '@nestjs/common';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { TestApp } from '../../testing/test-app';
import { until } from '../../testing/until';
import { Public } from '../access/allow';

let begun = 0;
let finish: (() => void) | undefined;

@Controller('slow')
class SlowController {
  @Get()
  @Public()
  async wait(): Promise<{ done: boolean }> {
    begun += 1;
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    return { done: true };
  }
}

@Module({ controllers: [SlowController] })
class SlowModule {}

describe('a server that stops', () => {
  it('finishes what runs, ends every connection with its answer, and does not wait for idle ones', async () => {
    const app = await TestApp.start({}, [SlowModule]);
    const agent = new Agent({ keepAlive: true });
    const get = (path: string, by: Agent | false = agent): Promise<IncomingMessage> =>
      new Promise((done, fail) => {
        request(new URL(path, app.address), { agent: by }, (answer) => {
          answer.resume().on('end', () => done(answer));
        })
          .on('error', fail)
          .end();
      });
    const early = await get('/api/health/live');
    expect(early.headers.connection).toBe('keep-alive');
    const running = get('/api/slow');
    await until(() => begun === 1, 'begun');
    // One connection waits for its next request, as a browser's or a proxy's does.
    await get('/api/health/live');
    const server = app.app.getHttpServer() as Server;
    const stopped = app.stop();
    await until(() => !server.listening, 'closed');
    // On a connection of its own: the idle one may still be on its way to its end.
    await expect(get('/api/health/live', false)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    finish?.();
    const answer = await running;
    expect([answer.statusCode, answer.headers.connection]).toEqual([200, 'close']);
    await stopped;
    agent.destroy();
  });

  it('breaks off a body that does not come to its end, also where it has answered already', async () => {
    const app = await TestApp.start();
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'Date'] });
    try {
      const { hostname, port } = new URL(app.address);
      const socket = connect(Number(port), hostname);
      const answer = once(socket, 'data');
      const closed = once(socket, 'close');
      socket.write('POST /api/nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nslowly');
      expect(String((await answer)[0])).toMatch(/^HTTP\/1\.1 404 /);
      // What the server does once an answer has left.
      for (let turn = 0; turn < 100; turn += 1) await new Promise((done) => setImmediate(done));
      expect(socket.destroyed).toBe(false);
      jest.advanceTimersByTime(30_000);
      await closed;
    } finally {
      jest.useRealTimers();
      await app.stop();
    }
  });

  it('holds idle connections longer than the proxies before it, and none without an end', async () => {
    const app = await TestApp.start();
    const server = app.app.getHttpServer() as Server;
    expect(server.keepAliveTimeout).toBeGreaterThan(60_000);
    expect(server.headersTimeout).toBeGreaterThan(server.keepAliveTimeout);
    expect(server.timeout).toBeGreaterThan(0);
    expect(server.requestTimeout).toBeGreaterThan(0);
    await app.stop();
  });
});
