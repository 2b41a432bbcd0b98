import { Command } from 'commander';
import type { ServeFlags } from '../serve/serve.js';

/** `overstory serve`: the web pages and the API on one port, and the worker behind them. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('serve the pages and the API on one port, until Ctrl-C')
    .option('--no-sample', 'leave an empty installation empty (otherwise it gets an invented organisation)')
    .action(async (flags: ServeFlags) => {
      const { serve } = await import('../serve/serve.js');
      await serve(flags);
    });
}
