export { namesOfBranch } from './branch-names.js';
export {
  enterReorganisation,
  type Known,
  readReorganisations,
  reorganisationsOn,
  type TeamsOfQuarter,
  withdrawReorganisation,
} from './store.js';
export {
  describeReorganisation,
  isBelow,
  kindOf,
  leavesWhole,
  nameAfter,
  nameBefore,
  type Reorganisation,
  type ReorganisationKind,
} from './team-map.js';
