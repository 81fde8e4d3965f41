/** The report as Markdown: machine, one table, what the figures mean. */
import { cpus, release, totalmem, loadavg } from 'node:os';

const verdict = ({ aim, ratio, missing }) => {
  if (missing) return 'not measured';
  if (!aim) return '–';
  const met = aim.atLeast === undefined ? ratio <= aim.atMost : ratio >= aim.atLeast;
  return met ? 'met' : '**not met**';
};

const aimText = ({ aim }) =>
  aim ? (aim.atLeast === undefined ? `≤ ${aim.atMost}` : `≥ ${aim.atLeast}`) : '–';

const figure = (ratio) => (ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(3));

const line = (row) =>
  row.missing
    ? `| ${row.what} | not measured: ${row.missing} | | | | not measured |`
    : `| ${row.what} | ${row.ours} | ${row.other ?? '–'} | ${row.ratio === undefined ? '–' : figure(row.ratio)} | ${aimText(row)} | ${verdict(row)} |`;

export const benchmarksPage = (results, { commit }) => {
  const processors = cpus();
  return `# Benchmarks

Written by \`npm run bench\`. Both sides of a line are measured in the same run on the same machine; figures are
medians of several repetitions. Read the ratios, not the milliseconds.

- Commit ${commit}, ${new Date().toISOString().slice(0, 10)}
- ${processors.length} × ${processors[0]?.model.trim() || 'unnamed processor'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Linux ${release()}
- Node ${process.versions.node}; load average at the end ${loadavg()
    .map((value) => value.toFixed(1))
    .join(' ')}

| What | Liangxing | Measured against | Ratio | Aim | |
| --- | --- | --- | --- | --- | --- |
${results.flatMap(({ rows }) => rows.map(line)).join('\n')}

${results
  .filter(({ notes }) => notes.length > 0)
  .map(({ name, notes }) => `## ${name}\n\n${notes.map((note) => `- ${note}`).join('\n')}`)
  .join('\n\n')}
`;
};
