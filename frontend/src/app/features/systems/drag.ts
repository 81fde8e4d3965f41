/** What is dragged onto the tree. */
export const NODE_DRAG = 'application/x-lx-node';
export const STANDARDS_DRAG = 'application/x-lx-standards';

export function draggedKind(event: DragEvent): 'node' | 'standards' | null {
  const types = event.dataTransfer?.types ?? [];
  if (types.includes(STANDARDS_DRAG)) return 'standards';
  return types.includes(NODE_DRAG) ? 'node' : null;
}
