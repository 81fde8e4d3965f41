/** `npm start`: installs what is missing, then starts everything. Needs Node 20.20 or newer and npm. */
import { ensureInstalled } from './install.mjs';
import { runOnOwnNode } from './own-node.mjs';
import { step } from './runtime.mjs';

process.stdout.write('良行 Liangxing\n');
await step('安装依赖 install dependencies', ensureInstalled);
runOnOwnNode('serve.mjs');
