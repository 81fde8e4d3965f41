export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly kind: 'done' | 'block';
  readonly action?: { readonly label: string; readonly run: () => void };
}

const most = 4;

/**
 * The list with one more notice at its end. A notice that says the same again (text and kind) takes the
 * place of the earlier one instead of piling up; one with an action stays, because its 撤销 undoes
 * something else than the next one's.
 */
export function withNotice(list: readonly Notice[], added: Notice): readonly Notice[] {
  const others = list.filter((notice) => !isRepeated(notice, added));
  return [...others.slice(1 - most), added];
}

function isRepeated(earlier: Notice, added: Notice): boolean {
  return (
    earlier.text === added.text && earlier.kind === added.kind && !earlier.action && !added.action
  );
}
