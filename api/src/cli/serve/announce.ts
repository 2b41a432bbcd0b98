import type { SampleAccount } from './sample-accounts.js';

/** Where to go and, while everything here is invented, how to get in. The only output of `serve` on stdout. */
export function announce(address: string, accounts: readonly SampleAccount[] = []): void {
  const lines = ['', `Overstory is ready: ${address}`, ...accountLines(accounts), 'Stop with Ctrl-C.', ''];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function accountLines(accounts: readonly SampleAccount[]): string[] {
  if (accounts.length === 0) return [];
  const widest = Math.max(...accounts.map(({ email }) => email.length));
  const rows = accounts.map(({ email, password, label }) => `  ${email.padEnd(widest)}  ${password}  ${label}`);
  return ['This is a sample: every person in it is invented. Its accounts, with the passwords they began with:', ...rows];
}
