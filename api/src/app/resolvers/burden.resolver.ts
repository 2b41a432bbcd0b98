import { Resolver } from '@nestjs/graphql';
import { Burden } from '../reading/burden.js';
import { RuledQuery } from '../schema/ruled.js';
import { NeededFile, SourcePreset } from '../types/burden.types.js';

@Resolver()
export class BurdenResolver {
  constructor(private readonly reading: Burden) {}

  @RuledQuery(() => [NeededFile], 'loads', 'Which columns each file needs, and what one could learn from the others.')
  async neededFiles(): Promise<NeededFile[]> {
    return this.reading.files();
  }

  @RuledQuery(() => [SourcePreset], 'loads', 'Usual kinds of sources, and how their columns are read.')
  sourcePresets(): SourcePreset[] {
    return this.reading.presets();
  }
}
