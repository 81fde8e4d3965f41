/**
 * The second click of a double click, where the first has made its button go away, would fall on what came in its
 * place: the next row, a node of the tree. It is nobody's. Call before anything else listens.
 */
export function dropStraySecondClicks(window: Window): void {
  let first: EventTarget | null = null;
  const listen = (event: Event): void => {
    const { target } = event;
    if (!(event instanceof MouseEvent)) return;
    if (event.detail <= 1) first = target;
    else if (first instanceof Node && !first.isConnected) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  for (const name of ['click', 'dblclick'])
    window.addEventListener(name, listen, { capture: true });
}
