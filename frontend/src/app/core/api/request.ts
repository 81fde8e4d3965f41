import type { HttpContext } from '@angular/common/http';
import { ORGANIZATION } from './asked';

/** `Asked`, once the compiler has seen to its types; what is not named here stands in the address. */
export interface Given {
  readonly body?: unknown;
  readonly form?: Readonly<Record<string, string | Blob | undefined>>;
  readonly ifMatch?: number;
  readonly idempotencyKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly context?: HttpContext;
  readonly [name: string]: unknown;
}

const beside: ReadonlySet<string> = new Set([
  'body',
  'form',
  'ifMatch',
  'idempotencyKey',
  'headers',
  'context',
  'organizationId',
]);

/**
 * The whole address. Of the query, blanks around a text are left out, and so is what is undefined or empty; of a list
 * each value stands under the same name.
 */
export function urlOf(at: string, openOrganization: string, given: Given = {}): string {
  const path = at.startsWith('/api/') ? at : ORGANIZATION + at;
  const values: Given = { organizationId: openOrganization, ...given };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    if (beside.has(name) || path.includes(`{${name}}`)) continue;
    const texts = [value].flat().map((each) => (each === undefined ? '' : String(each).trim()));
    for (const text of texts) if (text !== '') query.append(name, text);
  }
  const url = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(values[name])),
  );
  return query.size > 0 ? `${url}?${query.toString()}` : url;
}

/** What Angular sends beside the address. */
export function optionsOf({ body, form, ifMatch, idempotencyKey, headers, context }: Given = {}) {
  return {
    body: form ? formOf(form) : body,
    headers: {
      ...headers,
      ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
      ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
    },
    ...(context ? { context } : {}),
  };
}

/** In the order given: the server reads the stream once, so a file stands behind what says how to take it. */
function formOf(fields: NonNullable<Given['form']>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value instanceof File) form.append(name, value, value.name);
    else if (value !== undefined) form.append(name, value);
  }
  return form;
}
