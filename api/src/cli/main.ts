import { exitCodeOf, explain } from './failure.js';
import { buildProgram } from './program.js';
import { endOnSignals } from './signals.js';

endOnSignals();
try {
  await buildProgram().parseAsync(process.argv);
} catch (error) {
  explain(error);
  process.exitCode = exitCodeOf(error);
}
