/** `npm test`: installs what is missing, then checks everything. Needs Node 20.20 or newer and npm. */
import { ensureInstalled } from './install.mjs';
import { runOnOwnNode } from './own-node.mjs';
import { step } from './runtime.mjs';

await step('安装依赖 install dependencies', ensureInstalled);
runOnOwnNode('check.mjs', process.argv.slice(2));
