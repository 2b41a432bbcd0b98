/** Words of the trust centre that do not depend on the configuration. A test holds them to plain language. */
export const COLLECTED_SHORT: readonly string[] = [
  'Who works here, in which team, since when: what an organisation chart shows.',
  'Who mentors whom in which track, from when to when, and how often they met.',
  'What came of it: skill checks, steps, reviews, answers to short questions.',
];

export const PROTECTED_SHORT: readonly string[] = [
  'Your name and address are swapped for a code while a file is read. They are stored nowhere.',
  'Results are about groups. Small groups are hidden.',
  'Each number that depends on who takes part is a little off, on purpose.',
  'A program tries to undo all this before anything is published. If it can, nothing is published.',
];

export const WHO_SHORT: readonly string[] = [
  'No role sees a person or a pair. That holds for managers and for those who run the system.',
  'Managers see results for their own part of the organisation. Everybody sees those for the whole.',
  'The works council can see everything that is published, and who opened what.',
];

/** What somebody can do about their own data. */
export const YOUR_CHOICES: readonly (readonly [title: string, text: string])[] = [
  ['Take part or not', 'Mentoring is up to you. Nobody can see who does not take part.'],
  ['Ask for a copy', 'You get all that is known about you, in a file that you alone can open. No one else reads it on a screen.'],
  ['Ask to be forgotten', 'All that is known about you is deleted, and stays deleted. You get a note that says so.'],
  ['Take back a consent', 'You can take it back for each personal trait on its own. You need not say why.'],
  ['Have it put right', 'Tell those who keep the source, such as the HR system. The next load puts it right here.'],
];

export const HOW_TO_ASK =
  'Ask the office named below. They make sure that it is you. A second person has to say yes before anything is done.';

export const FORGOTTEN_AND_PUBLISHED =
  'What was published stays, since no number in it is about one person. From the next quarter on you are in no number.';

/** How often somebody was refused, in words; small counts are not told. */
export function refusalsInWords({ aboutPeople, others }: { aboutPeople: number | null; others: number | null }): string {
  const of = (count: number | null): string => (count === null ? 'seldom or never' : `${count} times`);
  return `Who asks about a person is refused, and that is put on record. In the last 90 days: ${of(aboutPeople)}. Other things that a role may not see were asked for ${of(others)}. Small counts are not told.`;
}
