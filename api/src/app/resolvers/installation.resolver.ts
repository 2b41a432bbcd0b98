import { Resolver } from '@nestjs/graphql';
import { InstallationFactsReader } from '../reading/installation-facts.js';
import { RuledQuery } from '../schema/ruled.js';
import { Installation, Trust } from '../types/installation.types.js';

@Resolver()
export class InstallationResolver {
  constructor(private readonly facts: InstallationFactsReader) {}

  @RuledQuery(() => Installation, 'public', 'This installation; also for those who are signed out.')
  async installation(): Promise<Installation> {
    return this.facts.installation();
  }

  @RuledQuery(() => Trust, 'public', 'What is collected, who can see it, how long it is kept; also for those who are signed out.')
  async trust(): Promise<Trust> {
    return this.facts.trust();
  }
}
