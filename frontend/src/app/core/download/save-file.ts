import type { FetchedFile } from './download-states';

/** Hands a fetched file to the browser to be saved. */
export function saveFile({ content, name }: FetchedFile): void {
  const url = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  // A link outside of the page may be followed without its name.
  document.body.append(link);
  link.click();
  link.remove();
  // Browsers read it a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
