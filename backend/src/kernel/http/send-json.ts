import type { Response } from 'express';

/** An answer that is JSON already, as a thread has written it. */
export interface WrittenJson {
  /** Leaves as ETag, as that of every answer with a version does. */
  readonly version: number;
  readonly json: Uint8Array;
}

/** Of what the database has written: a text. */
interface Sent {
  readonly version?: number;
  readonly json: Uint8Array | string;
}

export function sendJson(response: Response, { version, json }: Sent): void {
  if (version !== undefined) response.set('ETag', `"${version}"`);
  response.type('application/json').send(typeof json === 'string' ? json : bufferOf(json));
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
