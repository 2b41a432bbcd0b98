// `npm start`: builds what changed, then serves.
import { build } from './build.mjs';

await build();
process.argv.splice(2, 0, 'serve');
await import('../dist/cli/main.js');
