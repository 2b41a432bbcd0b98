import type { TestInstallation } from '../../support/database.js';

export interface Entry {
  readonly entry: number;
  readonly actor: string;
  readonly role: string | null;
  readonly login: string;
  readonly action: string;
  readonly subject: string;
  readonly details: Readonly<Record<string, string | number | boolean>>;
}

/** The entries of an action; waits until there are so many, since what is read is written once a second. */
export async function entriesOf(installation: TestInstallation, action: string, atLeast = 0): Promise<Entry[]> {
  for (;;) {
    const { rows } = await installation.pool('auditor').query<Entry>(
      `select entry_no::int as entry, actor, role, login, action, subject, details from audit_trail.entry
       where action = $1 order by entry_no`,
      [action],
    );
    if (rows.length >= atLeast) return rows;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
