import { answerOf } from './shell-answers';

/**
 * Keeps the application's shell on machines on which a case was taken along, so that it opens without a network. Made by
 * `write-worker.mjs` after the build, which puts in the files and what they all together hash to.
 */
declare const self: ServiceWorkerGlobalScope;
declare const SHELL_FILES: readonly string[];
declare const SHELL_VERSION: string;

const PREFIX = 'liangxing-shell-';
const START_PAGE = '/index.html';
const name = PREFIX + SHELL_VERSION;
const files = new Set(SHELL_FILES);

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  switch (answerOf(request, self.location.origin, files)) {
    case 'start-page':
      event.respondWith(networkFirst(request, START_PAGE));
      break;
    case 'kept-first':
      event.respondWith(keptFirst(request));
      break;
    case 'network-first':
      event.respondWith(networkFirst(request, request.url));
      break;
    case 'not':
      break;
  }
});

/** All or nothing: without one of them the worker is not installed, and the one before goes on. */
async function keep(): Promise<void> {
  const cache = await caches.open(name);
  await cache.addAll(SHELL_FILES.map((file) => new Request(file, { cache: 'no-cache' })));
}

/** No page of an older version is open any more: what it needed goes. */
async function takeOver(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((one) => one.startsWith(PREFIX) && one !== name);
  await Promise.all(old.map((one) => caches.delete(one)));
  await self.clients.claim();
}

async function keptFirst(request: Request): Promise<Response> {
  const cache = await caches.open(name);
  return (await cache.match(request)) ?? fetch(request);
}

/** A server in trouble is no server: then what was kept answers. */
async function networkFirst(request: Request, kept: string): Promise<Response> {
  const cache = await caches.open(name);
  try {
    const answer = await fetch(request);
    if (answer.status < 500) return answer;
    return (await cache.match(kept)) ?? answer;
  } catch (error) {
    const found = await cache.match(kept);
    if (found) return found;
    throw error;
  }
}
