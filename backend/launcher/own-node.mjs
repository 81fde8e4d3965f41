/** Runs a script on the project's own Node 24 in this terminal and ends as it ends. */
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { nodePath, projectRoot } from './runtime.mjs';

/**
 * The script gets a process group of its own, so that Ctrl-C reaches only this process, which passes it on as SIGTERM:
 * the script then stops its servers in order. When this process is killed, the closed IPC channel tells the script.
 */
export const runOnOwnNode = (script, args = []) => {
  const node = nodePath();
  const bins = [dirname(node), join(projectRoot, 'node_modules', '.bin')];
  const child = spawn(node, [join(import.meta.dirname, script), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: true,
    cwd: projectRoot,
    env: { ...process.env, PATH: [...bins, process.env.PATH].join(delimiter) },
  });
  process.on('SIGINT', () => child.kill('SIGTERM'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGTERM'));
  child.on('close', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
};
