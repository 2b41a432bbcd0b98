import type { ReleasedTable } from '../kernel/index.js';
import type { CatalogueTrack } from '../tracks/index.js';
import { type Effect, figureIn } from './outcome-figure.js';

/** A skill that teams need, and the tracks that build it. */
export interface SkillOnRoadmap {
  readonly skill: string;
  /** Of the cell of the release: shown, or the name of its absence. */
  readonly status: string;
  /** Share of teams whose gap stays open; null where it is not shown. */
  readonly open: Effect | null;
  readonly tracks: readonly CatalogueTrack[];
}

export interface Gaps {
  readonly skills: readonly SkillOnRoadmap[];
  /** Tracks that build nothing on the roadmap. */
  readonly without: readonly CatalogueTrack[];
}

/** Skills of the roadmap beside the running tracks, by the name of what a track builds. Null where no roadmap was published. */
export function gapsIn(tables: readonly ReleasedTable[], running: readonly CatalogueTrack[]): Gaps | null {
  const table = tables.find(({ measure, variant }) => measure === 'skill_gap' && variant === 'teams_in_need');
  if (!table) return null;
  const skills = table.cells.map((cell): SkillOnRoadmap => {
    const skill = cell.group['skill'] ?? '';
    const tracks = running.filter(({ capability }) => named(capability) === named(skill));
    return { skill, status: cell.status, open: figureIn(cell, 'open'), tracks };
  });
  return { skills, without: running.filter((track) => !skills.some(({ tracks }) => tracks.includes(track))) };
}

const named = (text: string | null): string => (text ?? '').trim().toLowerCase();
