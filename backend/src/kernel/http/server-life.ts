import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** Idle connections outlive those of a proxy (nginx 60 s by default, Caddy 2 min, but it tries again): it closes first. */
const keepAliveMilliseconds = 72_000;
/** Longer than the former, or a connection could end between two requests. */
const headersMilliseconds = 75_000;
/** Nothing moves: the other side is gone. Longer than any answer needs to begin. */
const idleMilliseconds = 120_000;
/** A file of 100 MB at 1 Mbit/s; slower than that is no upload but somebody who holds the line. */
const uploadMilliseconds = 15 * 60_000;
/** What is not a file is small: it is there soon, or it never comes. */
const bodyMilliseconds = 30_000;
/** Requests that still run this long after the stop are cut off; whoever stopped us waits ten seconds. */
const stopMilliseconds = 8_000;

/** How long connections live, and how they end when the server stops. */
@Injectable()
export class ServerLife implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly answers = new Set<ServerResponse>();
  private isStopping = false;

  constructor(private readonly adapters: HttpAdapterHost) {}

  onApplicationBootstrap(): void {
    const server = this.server();
    if (server === undefined) return;
    server.keepAliveTimeout = keepAliveMilliseconds;
    server.headersTimeout = headersMilliseconds;
    server.requestTimeout = uploadMilliseconds;
    server.timeout = idleMilliseconds;
    server.prependListener('request', (request: IncomingMessage, answer: ServerResponse) => {
      this.answers.add(answer);
      if (this.isStopping) answer.setHeader('Connection', 'close');
      answer.once('close', () => this.answers.delete(answer));
      const end = endOfBody(request);
      // Not with the answer: one that is refused at once could go on sending.
      request.once('close', () => clearTimeout(end));
    });
  }

  /**
   * Before Nest closes the server and then takes away what requests stand on: every answer from now on ends its
   * connection, those that wait for a next request are closed, and what runs is waited for.
   */
  beforeApplicationShutdown(): void {
    const server = this.server();
    if (server === undefined || !server.listening) return;
    this.isStopping = true;
    for (const answer of this.answers)
      if (!answer.headersSent) answer.setHeader('Connection', 'close');
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const cut = setTimeout(() => server.closeAllConnections(), stopMilliseconds);
    server.once('close', () => {
      clearInterval(sweep);
      clearTimeout(cut);
    });
  }

  /** None in the worker. */
  private server(): Server | undefined {
    return this.adapters.httpAdapter?.getHttpServer() as Server | undefined;
  }
}

/** Breaks off a request whose small body does not come to its end. */
function endOfBody(request: IncomingMessage): NodeJS.Timeout | undefined {
  if (request.headers['content-type']?.startsWith('multipart/')) return undefined;
  return setTimeout(() => {
    if (!request.complete) request.socket.destroy();
  }, bodyMilliseconds).unref();
}
