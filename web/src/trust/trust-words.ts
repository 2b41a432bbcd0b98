import { t } from '../language/index.js';

/** Words of the trust centre that do not depend on the configuration. A test holds them to plain language. */
export const COLLECTED_SHORT: readonly string[] = [
  t('Who works here, in which team, since when: what an organisation chart shows.'),
  t('Who mentors whom in which track, from when to when, and how often they met.'),
  t('What came of it: skill checks, steps, reviews, answers to short questions.'),
];

export const PROTECTED_SHORT: readonly string[] = [
  t('Your name and address are swapped for a code while a file is read. They are stored nowhere.'),
  t('Results are about groups. Small groups are hidden.'),
  t('Each number that depends on who takes part is a little off, on purpose.'),
  t('A program tries to undo all this before anything is published. If it can, nothing is published.'),
];

export const WHO_SHORT: readonly string[] = [
  t('No role sees a person or a pair. That holds for managers and for those who run the system.'),
  t('Managers see results for their own part of the organisation. Everybody sees those for the whole.'),
  t('The works council can see everything that is published, and who opened what.'),
];

/** What somebody can do about their own data. */
export const YOUR_CHOICES: readonly (readonly [title: string, text: string])[] = [
  [t('Take part or not'), t('Mentoring is up to you. Nobody can see who does not take part.')],
  [
    t('Ask for a copy'),
    t('You get all that is known about you, in a file that you alone can open. No one else reads it on a screen.'),
  ],
  [t('Ask to be forgotten'), t('All that is known about you is deleted, and stays deleted. You get a note that says so.')],
  [t('Take back a consent'), t('You can take it back for each personal trait on its own. You need not say why.')],
  [t('Have it put right'), t('Tell those who keep the source, such as the HR system. The next load puts it right here.')],
];

export const HOW_TO_ASK = t(
  'Ask the office named below. They make sure that it is you. A second person has to say yes before anything is done.',
);

export const FORGOTTEN_AND_PUBLISHED = t(
  'What was published stays, since no number in it is about one person. From the next quarter on you are in no number.',
);

/** How often somebody was refused, in words; small counts are not told. */
export function refusalsInWords({ aboutPeople, others }: { aboutPeople: number | null; others: number | null }): string {
  const of = (count: number | null): string => (count === null ? t('seldom or never') : t('{count} times', { count }));
  return t(
    'Who asks about a person is refused, and that is put on record. In the last 90 days: {people}. Other things that a role may not see were asked for {others}. Small counts are not told.',
    { people: of(aboutPeople), others: of(others) },
  );
}
