import { type Quarter } from './calendar.js';
import { AGENTS, TRACKS, type TrackDesign } from './design.js';
import { mentorFor, mentorPool, type Spell } from './programme.js';
import { type Random } from './random.js';
import { type Member, TEAM_PATHS } from './roster.js';

/** Software agents at work in the teams; some are mentored by people. They have no level and no characteristics. */
export function simulateAgents(
  random: Random,
  members: readonly Member[],
  { people, quarters }: { people: number; quarters: readonly Quarter[] },
): { agents: Member[]; agentSpells: Spell[] } {
  const agents = Array.from({ length: Math.round(people * AGENTS.share) }, (_, at) => newAgent(random, at, quarters));
  const track = TRACKS.find(({ id }) => id === AGENTS.track) as TrackDesign;
  const latest = quarters.at(-1) as Quarter;
  const until = latest.last;
  const pools = new Map(quarters.map((quarter) => [quarter, mentorPool(members, quarter)]));
  const agentSpells = agents.flatMap((mentee, at): Spell[] => {
    const quarter = quarters.find(({ last }) => last >= mentee.hired + 30) ?? latest;
    const mentor = random.chance(AGENTS.takesPart) ? mentorFor(random, pools.get(quarter) ?? [], mentee) : undefined;
    if (!mentor) return [];
    const started = Math.min(until, Math.max(mentee.hired, mentor.hired) + random.whole(1, 20));
    const days = random.whole(200, 700);
    const ended = started + days <= until ? started + days : undefined;
    const reason = ended === undefined ? undefined : 'completed';
    return [{ relationship: `agent-pair-${at}`, track, mentee, mentor, asked: started, started, ended, reason }];
  });
  return { agents, agentSpells };
}

function newAgent(random: Random, at: number, quarters: readonly Quarter[]): Member {
  const [first, last] = [quarters[0] as Quarter, quarters.at(-1) as Quarter];
  const hired = random.whole(first.first, last.first);
  return {
    id: `agent-${String(at + 1).padStart(5, '0')}`,
    kind: 'agent',
    hired,
    location: '',
    zone: '',
    family: '',
    band: '',
    gender: '',
    origin: '',
    consents: false,
    positions: [{ from: hired, team: random.pick(TEAM_PATHS), level: '' }],
    promotions: [],
  };
}
