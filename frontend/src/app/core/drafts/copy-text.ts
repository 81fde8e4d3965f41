/**
 * A page without a secure address has no clipboard, and a browser may refuse it: then the text is chosen where it stands.
 * @returns what became of it
 */
export async function copyText(text: string, standing: HTMLElement): Promise<'copied' | 'chosen'> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    getSelection()?.selectAllChildren(standing);
    return 'chosen';
  }
}
