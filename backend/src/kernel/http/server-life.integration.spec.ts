import { Controller, Get, Module } from '@nestjs/common';
import { Agent, request, type IncomingMessage } from 'node:http';
import type { Server } from 'node:http';
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
    const get = (path: string): Promise<IncomingMessage> =>
      new Promise((done, fail) => {
        request(new URL(path, app.address), { agent }, (answer) => {
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
    await expect(get('/api/health/live')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    finish?.();
    const answer = await running;
    expect([answer.statusCode, answer.headers.connection]).toEqual([200, 'close']);
    await stopped;
    agent.destroy();
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
