import { Command, InvalidArgumentError } from 'commander';
import path from 'node:path';
import { answer } from '../answer.js';

interface SampleFlags {
  readonly out: string;
  readonly people: number;
  readonly seed: string;
  readonly quarters: number;
  readonly json?: boolean;
}

/** `overstory sample`: an invented organisation as files; touches no installation. */
export function sampleCommand(): Command {
  return new Command('sample')
    .description("write an invented organisation in the contract's CSV files, with its known truths beside it")
    .requiredOption('--out <dir>', 'folder to write into (made if absent)')
    .option('--people <n>', 'people employed at any time', wholeNumber, 1200)
    .option('--seed <text>', 'the same seed gives the same files', 'overstory')
    .option('--quarters <n>', 'number of quarters', wholeNumber, 8)
    .option('--json', 'print one JSON object')
    .action(run);
}

async function run({ out, json, ...options }: SampleFlags): Promise<void> {
  const { writeSample } = await import('../../sample-organisation/index.js');
  const sample = writeSample(path.resolve(out), options);
  const periods = [...sample.periods];
  answer(json, { directory: sample.directory, periods }, [`Wrote ${sample.directory}`, `Periods: ${periods.join(' ')}`]);
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new InvalidArgumentError('It is a whole number of at least 1.');
}
