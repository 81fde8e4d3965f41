import { DOUBLE_CLICK_MS } from './double-click';

interface KeptKey {
  readonly key: string;
  /** Once the answer is known: until when the same request is still the same double click. */
  until: number;
}

/** The keys of creating requests whose answer is not known yet. */
export class IntentKeys {
  private readonly kept = new Map<string, KeptKey>();

  /** The same key for the same intent, until its answer is known. */
  keyOf(intent: string, now = performance.now()): string {
    for (const [each, { until }] of this.kept) if (until < now) this.kept.delete(each);
    let found = this.kept.get(intent);
    if (found === undefined) {
      found = { key: crypto.randomUUID(), until: Number.POSITIVE_INFINITY };
      this.kept.set(intent, found);
    }
    return found.key;
  }

  done(intent: string, now = performance.now()): void {
    const found = this.kept.get(intent);
    if (found) found.until = now + DOUBLE_CLICK_MS;
  }

  /** The server did nothing, and knows the key no more. */
  refused(intent: string): void {
    this.kept.delete(intent);
  }
}

/** A request of Angular, as far as it says what is asked. */
interface Asked {
  readonly method: string;
  readonly urlWithParams: string;
  readonly headers: { get(name: string): string | null };
  readonly body: unknown;
}

/** What makes two requests the same: address, version and content. */
export function intentOf({ method, urlWithParams, headers, body }: Asked): string {
  const said =
    body instanceof FormData ? [...body].map(([name, part]) => [name, partOf(part)]) : body;
  return JSON.stringify([method, urlWithParams, headers.get('If-Match'), said]);
}

function partOf(part: FormDataEntryValue): unknown {
  return typeof part === 'string' ? part : [part.name, part.size, part.lastModified];
}
