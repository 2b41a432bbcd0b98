export { chiSquareSurvival } from './chi-square.js';
export {
  logNormalSurvival,
  normalCdf,
  normalDensity,
  normalMultiplier,
  normalQuantile,
  normalSurvival,
  normalUpperQuantile,
  twoSidedNormal,
} from './normal.js';
export { logGamma } from './stirling.js';
export { studentCdf, studentMultiplier, studentSurvival, studentUpperQuantile, twoSidedStudent } from './student-t.js';
