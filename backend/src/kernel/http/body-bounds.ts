import { SetMetadata } from '@nestjs/common';

/** How much one JSON body may hold. What checks it later takes time by these, some of it by their square. */
export interface BodyBounds {
  readonly bytes: number;
  /** Values of every kind, lists and objects among them; an empty list counts as two. */
  readonly nodes: number;
  /** Fields of one object: class-transformer compares each with each. */
  readonly keys: number;
  /** Lists and objects within each other. */
  readonly depth: number;
}

/** What pages send is far below: the longest is a profile of 200 departments. */
export const BODY_BOUNDS: BodyBounds = { bytes: 256 * 1024, nodes: 5_000, keys: 1_000, depth: 32 };

/** Nobody who is not signed in has much to say. */
export const PUBLIC_BODY_BOUNDS: BodyBounds = { bytes: 16 * 1024, nodes: 200, keys: 50, depth: 8 };

const largest = 1024 * 1024;
const metadataKey = 'liangxing:body-bounds';

/** The handler takes more than `BODY_BOUNDS`, up to 1 MiB; say beside it who sends so much. */
export function LargeBody(bounds: Partial<BodyBounds>): MethodDecorator {
  if ((bounds.bytes ?? 0) > largest) throw new Error(`a body has ${String(largest)} bytes at most`);
  return SetMetadata(metadataKey, { ...BODY_BOUNDS, ...bounds } satisfies BodyBounds);
}

/** The bounds of a handler. */
export function boundsOf(handler: object, isPublic: boolean): BodyBounds {
  const own = Reflect.getMetadata(metadataKey, handler) as BodyBounds | undefined;
  return own ?? (isPublic ? PUBLIC_BODY_BOUNDS : BODY_BOUNDS);
}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Whether the text of a JSON body is within its bounds, told before it is parsed: one pass over its bytes that ends
 * as soon as it is not, and a loop, so that depth costs no stack. Whether it is JSON at all is not its question.
 */
export function isWithinBounds(text: Uint8Array, { nodes, keys, depth }: BodyBounds): boolean {
  // Entries of each list or object that is open; of objects as fields, of lists as nothing but nodes.
  const open: { readonly isObject: boolean; fields: number }[] = [];
  let found = 1;
  let isString = false;
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at];
    if (isString) {
      if (byte === backslash) at += 1;
      else if (byte === quote) isString = false;
    } else if (byte === quote) isString = true;
    else if (byte === openList || byte === openObject) {
      open.push({ isObject: byte === openObject, fields: 1 });
      found += 1;
      if (open.length > depth || found > nodes) return false;
    } else if (byte === comma) {
      const inner = open.at(-1);
      found += 1;
      if (inner?.isObject === true) inner.fields += 1;
      if (found > nodes || (inner?.fields ?? 0) > keys) return false;
    } else if (byte === closeList || byte === closeObject) open.pop();
  }
  return true;
}
