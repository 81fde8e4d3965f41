import { Injectable, isDevMode } from '@angular/core';

const WORKER = '/shell-worker.js';
const HOUR = 3_600_000;

/** Whether a start page was built with the script that runs here. */
export function startsWith(startPage: string, script: string | null): boolean {
  return script === null || startPage.includes(`"${script}"`);
}

/**
 * The application itself on this machine, by a worker that keeps its files, so that it opens without a network. Only
 * machines on which a case was taken along have it: nobody else is served by anything but the server.
 */
@Injectable({ providedIn: 'root' })
export class ShellOnDevice {
  private lookedAt = 0;

  /** Browsers keep applications, and encrypt, on https and on localhost alone. */
  isPossible(): boolean {
    const hasAll = globalThis.isSecureContext && 'serviceWorker' in navigator;
    return hasAll && 'indexedDB' in globalThis && !isDevMode();
  }

  /** Waits until every file is there. @throws Error where the browser does not keep them */
  async keep(): Promise<void> {
    const registration = await navigator.serviceWorker.register(WORKER, { scope: '/' });
    await registration.update();
    const coming = registration.installing ?? registration.waiting ?? registration.active;
    if (coming === null) throw new Error('no worker');
    if (coming.state === 'activated') return;
    await new Promise<void>((resolve, reject) => {
      const look = (): void => {
        if (coming.state === 'installed') coming.postMessage('take-over');
        if (coming.state === 'activated') resolve();
        if (coming.state === 'redundant') reject(new Error('the shell was not kept'));
      };
      coming.onstatechange = look;
      look();
    });
  }

  /** Nothing was taken along any more: the machine is as all others. */
  async forget(): Promise<void> {
    if (!this.isPossible()) return;
    const registration = await navigator.serviceWorker.getRegistration('/');
    await registration?.unregister();
    for (const name of await caches.keys())
      if (name.startsWith('liangxing-shell-')) await caches.delete(name);
  }

  /** @param onNewer the server has another version than this page, and everything of it is here */
  async watch(onNewer: () => void): Promise<void> {
    if (!this.isPossible()) return;
    const registration = await navigator.serviceWorker.getRegistration('/');
    if (registration === undefined) return;
    registration.onupdatefound = () => {
      const coming = registration.installing;
      if (coming === null) return;
      coming.onstatechange = () => {
        if (coming.state === 'installed') void this.tellIfOlder(onNewer);
      };
    };
    const look = (): void => {
      if (document.visibilityState !== 'visible' || Date.now() - this.lookedAt < HOUR) return;
      this.lookedAt = Date.now();
      void registration.update().catch(() => undefined);
    };
    document.addEventListener('visibilitychange', look);
    globalThis.addEventListener('online', look);
  }

  private async tellIfOlder(onNewer: () => void): Promise<void> {
    const answer = await fetch('/index.html', { cache: 'no-store' }).catch(() => null);
    const script = document.querySelector('script[type=module][src^=main]');
    if (answer?.ok && !startsWith(await answer.text(), script?.getAttribute('src') ?? null))
      onNewer();
  }
}
