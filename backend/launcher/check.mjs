/** Everything that must hold before a change lands, one after another; ends at the first failure. Runs on Node 24. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './runtime.mjs';

const bin = (name) => join(projectRoot, 'node_modules', '.bin', name);

const checks = [
  ['格式 format', bin('prettier'), ['--check', '--log-level=warn', '.']],
  [
    '接口文档 OpenAPI',
    bin('spectral'),
    ['lint', '--fail-severity=warn', '-r', '.spectral.yaml', 'backend/openapi.json'],
  ],
  [
    '规范、类型、单元与集成测试、构建 lint, types, tests, build',
    bin('nx'),
    ['run-many', '-t', 'lint', 'typecheck', 'test', 'build', '--output-style=stream'],
  ],
];
if (!process.argv.includes('--without-browser'))
  checks.push(['浏览器 end to end', bin('playwright'), ['test', '-c', 'e2e/playwright.config.ts']]);
if (existsSync(join(projectRoot, '.git'))) {
  const [first] = execFileSync('git', ['rev-list', '--max-parents=0', 'HEAD'], {
    cwd: projectRoot,
    encoding: 'utf8',
  }).split('\n');
  checks.splice(1, 0, [
    '提交说明 commit messages',
    bin('commitlint'),
    ['--from', first, '--config', '.commitlintrc.mjs'],
  ]);
}

let current;
let isStopping = false;
const stop = () => {
  isStopping = true;
  current?.kill('SIGTERM');
};
process.on('SIGTERM', stop);
process.on('disconnect', stop);

const run = (command, args) =>
  new Promise((done) => {
    current = spawn(command, args, {
      cwd: projectRoot,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        NX_DAEMON: 'false',
        NX_NO_CLOUD: 'true',
        FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
      },
    });
    current.on('close', (code) => done(code ?? 1));
  });

for (const [name, command, args] of checks) {
  process.stdout.write(`\n━━ ${name}\n`);
  const began = performance.now();
  const code = await run(command, args);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  if (code !== 0 || isStopping) {
    process.stderr.write(`\n✘ ${name} failed after ${seconds} s\n`);
    process.exit(code || 1);
  }
  process.stdout.write(`✔ ${name}  ${seconds} s\n`);
}
process.stdout.write('\n✔ 全部通过 everything passed\n');
process.exit(0);
