/**
 * `npm test`: installs what is missing, then checks everything; `--without-browser` leaves the browser tests out.
 * Needs Node 20.20 or newer and npm.
 */
import { ensureInstalled } from './install.mjs';
import { runOnOwnNode } from './own-node.mjs';
import { step } from './runtime.mjs';
import { ensureTestTools } from './test-tools.mjs';

const options = process.argv.slice(2);
const unknown = options.filter((option) => option !== '--without-browser');
if (unknown.length > 0) {
  process.stderr.write(`✘ npm test: ${unknown.join(' ')}? 可用 known: --without-browser\n`);
  process.exit(64);
}
if (options.length === 0) {
  try {
    ensureTestTools((said) => process.stdout.write(`▸ ${said}\n`));
  } catch (error) {
    process.stderr.write(`\n✘ ${error.message}\n`);
    process.exit(69);
  }
}
await step('安装依赖 install dependencies', ensureInstalled);
runOnOwnNode('check.mjs', options);
