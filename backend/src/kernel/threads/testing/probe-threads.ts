import { serveTasks, type TaskLoader } from '../serve-tasks';
import { probes } from './probe-tasks';

export default serveTasks(
  Object.fromEntries(
    Object.entries(probes).map(([name, probe]): [string, TaskLoader] => [
      name,
      () => Promise.resolve(probe as never),
    ]),
  ),
);
