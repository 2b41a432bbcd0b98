/** Why a build is refused. A code never changes; its message may. */
export type RefusalCode =
  | 'groupMalformed'
  | 'groupTwice'
  | 'groupUnknown'
  | 'key'
  | 'noiseLevel'
  | 'openPeople'
  | 'openWithSpecial'
  | 'secretConditions'
  | 'sensitivity'
  | 'statisticMissing'
  | 'statisticValue'
  | 'teams'
  | 'tooManyGroups'
  | 'twoAnswers';

/** A build that must not go on: the input breaks an assumption on which protection rests. It names no value or count. */
export class DisclosureRefusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
    this.name = 'DisclosureRefusal';
  }
}
