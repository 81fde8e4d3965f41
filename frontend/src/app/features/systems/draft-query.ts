import type { ExpectationStatus } from './system';

/** What the tab of drafts needs to begin one: query parameters of its address. */
export function draftQuery(expectation: ExpectationStatus): Readonly<Record<string, string>> {
  const { outline, title, id, node } = expectation;
  return { ...(outline === null ? {} : { outline }), title, expectation: id, node };
}
