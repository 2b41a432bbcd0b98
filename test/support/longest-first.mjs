import Sequencer from '@jest/test-sequencer';

/** What takes minutes. A machine that has run nothing yet knows no durations, and would leave the longest for the end, alone. */
const LONG = ['test/browser/', 'test/cli/', 'test/architecture/', 'test/api/', 'test/'];

const rankOf = ({ path, context }) => {
  const place = LONG.findIndex((start) => path.startsWith(`${context.config.rootDir}/${start}`));
  return place === -1 ? LONG.length : place;
};

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => rankOf(a) - rankOf(b));
  }
}
