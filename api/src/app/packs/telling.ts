import type { Letter } from '../../platform/index.js';
import type { MadeOfPack } from '../../reports/index.js';
import { quarter } from '#wording';

const PATIENCE = 10_000;

/** That a report is there, and where. No letter holds a result: whoever follows the link signs in, and sees what they may see. */
export const letterAbout = (
  { pack, period, code }: Pick<MadeOfPack, 'pack' | 'period' | 'code'>,
  { to, link }: { readonly to: string; readonly link: string },
): Letter => ({
  to,
  subject: `A report is there: ${pack}`,
  text: [
    `The report "${pack}" of ${quarter(period)} was made.`,
    '',
    `Fetch it under Reports: ${link}`,
    `Its code is ${code}. Letters like this hold no result.`,
    '',
  ].join('\n'),
});

/** The same for a program: a code and a link, no result. An answer that redirects is none. @throws Error where it was not taken. */
export async function tellWebhook(
  address: string,
  { pack, period, code, format }: Pick<MadeOfPack, 'pack' | 'period' | 'code' | 'format'>,
  link: string | null,
): Promise<void> {
  const answer = await fetch(address, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ event: 'report.made', pack, period, code, format, link }),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`the webhook answered ${answer.status}`);
}
