import { EXAMPLE_GROUND, type MeasureContract } from './contract.js';

/** The page of a measure in `docs/methods/measures`: its contract in words. */
export function methodPage(contract: MeasureContract): string {
  const derived = contract.derivedOf({ breakdown: ['level'], special: false }, EXAMPLE_GROUND);
  const special = contract.derivedOf({ breakdown: ['demo_gender'], special: true }, EXAMPLE_GROUND);
  const formulas = (key: string): string =>
    [...new Set([derived[key]?.by, special[key]?.by].filter(Boolean))].map((by) => `\`${by ?? ''}\``).join(', ');
  return (
    [
      `# ${contract.label}`,
      `**${contract.question}** Method \`${contract.method}\`.`,
      table(
        ['', ''],
        [
          ['Variants', contract.variants.map(({ key, label }) => `\`${key}\`: ${label}`).join('; ')],
          ['Population', contract.population],
          ['Numerator', contract.numerator],
          ['Denominator', contract.denominator],
          ['Interval', contract.interval],
          ['When there is no answer', contract.whenThereIsNoAnswer],
          ['Not for', contract.notFor.join('; ')],
          ['Look at beside it', contract.counterMeasure],
          ['Source', contract.source],
        ],
      ),
      '## What is drawn',
      table(
        ['name', 'what', 'range and cap'],
        contract.drawn.map(({ key, label, scale }) => [`\`${key}\``, label, scale]),
      ),
      '## What is derived',
      table(
        ['name', 'what', 'formula'],
        contract.values.map(({ key, label }) => [`\`${key}\``, label, formulas(key)]),
      ),
      'The formulas are stated in [the release file](../../release-file.md). This page is printed from the contract in',
      `\`api/src/measures/${contract.key.replaceAll('_', '-')}.ts\`.`,
    ]
      .join('\n\n')
      .replace('This page is printed from the contract in\n\n', 'This page is printed from the contract in\n') + '\n'
  );
}

const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
