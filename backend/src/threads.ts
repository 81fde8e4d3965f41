import { serveTasks } from './kernel/threads/serve-tasks';

/** What the worker threads can do; each loads its code when it is first asked for. */
export default serveTasks({
  drawSystemDocument: async () =>
    (await import('./features/systems/documents/draw-document.task')).drawSystemDocument,
});
