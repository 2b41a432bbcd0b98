import { Args, Resolver } from '@nestjs/graphql';
import { Burden } from '../reading/burden.js';
import { RuledQuery } from '../schema/ruled.js';
import { MappedColumns, NeededFile, SourcePreset } from '../types/burden.types.js';

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

  @RuledQuery(() => [MappedColumns], 'loads', 'How the files of a source are read, as it is remembered; empty where nothing is.')
  async sourceMapping(
    @Args('source', { description: 'The source, as loads name it.' }) source: string,
  ): Promise<MappedColumns[]> {
    return this.reading.remembered(source);
  }
}
