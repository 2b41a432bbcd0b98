import { ID, Int, ObjectType } from '@nestjs/graphql';
import { Ruled } from '../schema/ruled.js';

@ObjectType({ description: 'A note of an auditor.' })
export class AuditNote {
  @Ruled(() => Int, 'audits', 'Its number.')
  no!: number;
  @Ruled(() => ID, 'audits', 'The key of the finding that it is about; null for the audit as a whole.', { nullable: true })
  finding!: string | null;
  @Ruled(() => String, 'audits', 'What it is about, in words.')
  label!: string;
  @Ruled(() => String, 'audits', 'More words, where there are any.', { nullable: true })
  words!: string | null;
  @Ruled(() => String, 'audits', 'The role in which it was noted.')
  roleLabel!: string;
  @Ruled(() => String, 'audits', 'When.')
  at!: string;
}
