import { Command } from 'commander';
import { Refusal } from '../../platform/index.js';
import { TAKING, personKeyIn } from '../person-file.js';
import { takerOf } from '../take-request.js';
import { usingPool, withInstallation } from '../with-installation.js';

interface ConsentFlags {
  readonly personFile: string;
  readonly column?: readonly string[];
  readonly as?: string;
}

/** `overstory consent`: a person withdraws the consent to a characteristic, or gives it again. One person is enough. */
export function consentCommand(): Command {
  return new Command('consent')
    .description('consent of one person, characteristic by characteristic')
    .addCommand(halfOf('withdraw', 'delete what was said of characteristics of a person, and read no more of it'))
    .addCommand(halfOf('give', 'read characteristics of a person again, from the next load on'));
}

const halfOf = (verb: 'withdraw' | 'give', description: string): Command =>
  new Command(verb)
    .description(description)
    .requiredOption(...TAKING.file)
    .option('--column <column...>', 'the characteristics, like demo_gender; all that the settings declare if not given')
    .option(...TAKING.as)
    .action((flags: ConsentFlags) => run(verb, flags));

async function run(verb: 'withdraw' | 'give', { personFile, column, as: email }: ConsentFlags): Promise<void> {
  const { readSettings } = await import('../../governance/index.js');
  const { giveConsent, withdrawConsent } = await import('../../microdata/index.js');
  const { record } = await import('../../audit-trail/index.js');
  const columns = await withInstallation(async (installation) => {
    const by = await takerOf(installation, email);
    const personKey = await personKeyIn(installation.keys, personFile);
    return usingPool(installation, 'curator', async (curator) => {
      const declared = (await readSettings(curator)).settings.demographics.map((one) => one.column);
      const chosen = column ?? declared;
      const unknown = chosen.filter((name) => !declared.includes(name));
      if (unknown.length > 0 || chosen.length === 0)
        throw new Refusal('column-unknown', `The settings declare these characteristics: ${declared.join(', ') || 'none'}.`, 2);
      await (verb === 'withdraw' ? withdrawConsent(curator, personKey, chosen) : giveConsent(curator, personKey, chosen));
      await record(curator, by, { action: `consent.${verb === 'withdraw' ? 'withdrawn' : 'given'}`, subject: chosen.join(', ') });
      return chosen;
    });
  });
  process.stderr.write(
    verb === 'withdraw'
      ? `Withdrawn: ${columns.join(', ')}. It holds from the next release on.\n`
      : `Given: ${columns.join(', ')}. What the next load says counts again.\n`,
  );
}
