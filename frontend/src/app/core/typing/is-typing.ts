/** Whether a key belongs to a field or a dialog; a box that is ticked has no text to undo. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type=checkbox]), textarea, select, [role=dialog]') !== null
  );
}
