import type { FetchedFile } from './download-states';

/** Hands a fetched file to the browser to be saved. */
export function saveFile({ content, name }: FetchedFile): void {
  const url = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // Browsers read it a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
