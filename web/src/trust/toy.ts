/** An invented team of the toy. */
export interface ToyTeam {
  readonly name: string;
  readonly people: number;
}

export interface ToyRow extends ToyTeam {
  readonly shown: boolean;
}

/**
 * The rules of a table in small: a group below the threshold is hidden, and further ones, the smallest first, until
 * those hidden together hold enough people that a subtraction leaves no small group.
 */
export function protectToy(teams: readonly ToyTeam[], threshold: number): ToyRow[] {
  const hidden = new Set(teams.filter((team) => team.people < threshold).map((team) => team.name));
  const held = (): number => sum(teams.filter((team) => hidden.has(team.name)));
  while (hidden.size > 0 && hidden.size < teams.length && held() < threshold) {
    const next = teams.filter((team) => !hidden.has(team.name)).sort((a, b) => a.people - b.people)[0];
    if (next === undefined) break;
    hidden.add(next.name);
  }
  return teams.map((team) => ({ ...team, shown: !hidden.has(team.name) }));
}

const sum = (teams: readonly ToyTeam[]): number => teams.reduce((total, team) => total + team.people, 0);

/** Invented draws of noise, one for each press of the button. */
const DRAWS = [2, -3, 1, 4, -1, 0, -2, 3] as const;

export const drawnToy = (exact: number, press: number): number => Math.max(0, exact + (DRAWS[press % DRAWS.length] ?? 0));

const FARTHEST = 60;
const weight = (steps: number, noiseLevel: number): number => Math.exp(-(steps * steps) / (2 * noiseLevel * noiseLevel));

/** Of a hundred draws of a count, how many say this number: the discrete Gaussian that releases are drawn with. */
export function timesInHundred(published: number, exact: number, noiseLevel: number): number {
  let all = 0;
  for (let steps = -FARTHEST; steps <= FARTHEST; steps++) all += weight(steps, noiseLevel);
  return (100 * weight(published - exact, noiseLevel)) / all;
}
