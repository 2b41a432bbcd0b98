import { exitCodeOf, explain } from './failure.js';
import { buildProgram } from './program.js';
import { endOnSignals } from './signals.js';

endOnSignals();
// Whoever read what we print may be gone before us; that is no fault.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
try {
  await buildProgram().parseAsync(process.argv);
} catch (error) {
  explain(error);
  process.exitCode = exitCodeOf(error);
}
