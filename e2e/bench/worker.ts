/** The worker of the product beside its server, and what it is waited for. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { call, type Product } from './product';

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** A dossier, from its order until it can be downloaded. @returns its id */
export async function orderDossier(
  product: Product,
  base: string,
  assessmentId: string,
): Promise<string> {
  const { id } = await call<{ id: string }>(product, `${base}/dossiers`, { assessmentId });
  for (;;) {
    const { state } = await call<{ state: string }>(product, `${base}/dossiers/${id}`);
    if (state === 'ready') return id;
    if (state === 'failed') throw new Error('the dossier could not be built');
    await pause(100);
  }
}

export async function withWorker<T>(product: Product, work: () => Promise<T>): Promise<T> {
  const file = join(product.env['PACKS_DIR'] ?? '', '..', 'worker.js');
  const worker = spawn(process.execPath, [file], { env: product.env, stdio: 'ignore' });
  try {
    return await work();
  } finally {
    worker.kill('SIGTERM');
  }
}
