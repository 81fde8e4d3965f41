import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureTestTools, toolPath, type TestTool } from '../../launcher/test-tools.mjs';

describe('what the browser tests need of the machine', () => {
  let folder: string;
  let tool: TestTool;
  const program = (name: string, script: string): void =>
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const environment = (): { PATH: string } => ({ PATH: folder });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'test-tools-'));
    tool = {
      name: 'Browser',
      variable: 'BROWSER_PATH',
      paths: [join(folder, 'browser')],
      packages: ['browser', 'fonts'],
    };
    program('sudo', 'shift; [ "$1" = true ] || exec "$@"');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is found at the place that the variable names, before the usual ones', () => {
    program('browser', '');
    program('own', '');
    expect(toolPath(tool, {})).toBe(join(folder, 'browser'));
    expect(toolPath(tool, { BROWSER_PATH: join(folder, 'own') })).toBe(join(folder, 'own'));
    expect(toolPath(tool, { BROWSER_PATH: join(folder, 'gone') })).toBe(join(folder, 'browser'));
  });

  it('is installed by the package manager where that is allowed, and this is said', () => {
    program(
      'apt-get',
      `echo "$@" >> ${join(folder, 'asked')}\n[ $1 = update ] || echo x > ${tool.paths[0]}\n[ $1 = update ] || /bin/chmod +x ${tool.paths[0]}`,
    );
    const said: string[] = [];
    ensureTestTools((words) => said.push(words), environment(), [tool]);
    expect(said.join()).toContain('browser fonts');
    said.length = 0;
    ensureTestTools((words) => said.push(words), environment(), [tool]);
    expect(said).toEqual([]);
  });

  it('ends with the one line to run where the package manager fails', () => {
    program('apt-get', 'exit 100');
    expect(() => ensureTestTools(() => undefined, environment(), [tool])).toThrow(
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends browser fonts',
    );
    expect(existsSync(join(folder, 'browser'))).toBe(false);
  });

  it('names the variable where there is no package manager that it knows', () => {
    expect(() => ensureTestTools(() => undefined, environment(), [tool])).toThrow(
      'Browser → BROWSER_PATH=',
    );
    expect(() => ensureTestTools(() => undefined, environment(), [tool])).toThrow(
      '--without-browser',
    );
  });
});
