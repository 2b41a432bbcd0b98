export { asCalendar, type CalendarDay, calendarDays } from './calendar.js';
export { endCalendar, makeCalendar, roleOfCalendar } from './calendar-feeds.js';
export { type CharterPower, type PlannedLook, type PlanningGround, powerOf } from './power.js';
export {
  decide,
  type Deciding,
  giveSecondOpinion,
  lookUnplanned,
  moveRetirement,
  type Opinion,
  type RetirementMove,
} from './decide.js';
export {
  type Decision,
  heldSince,
  holds,
  listDecisions,
  listUnplannedLooks,
  type SecondOpinion,
  type UnplannedLook,
  waitsForSecond,
} from './decisions.js';
export { markOf, scaleOf } from './effect-scale.js';
export { type Evidence, evidenceOf, type PublishedQuarter, type TrackRecords } from './evidence.js';
export { type Gaps, gapsIn, type SkillOnRoadmap } from './gaps.js';
export { type StillRunning, stillRunning } from './still-running.js';
export { type GuardrailReading, type GuardrailState } from './guardrails.js';
export { type MentorHours, mentorHoursIn } from './mentor-hours.js';
export { type SkillChange, skillChangeOf } from './skill-change.js';
export { type FollowUp, followUpOf, type FollowUpVerdict } from './follow-up.js';
export { type Look, type LookState } from './looks.js';
export { type MarkedRecords, marksOf, type TrackMark } from './marks.js';
export { cellsOf, type Effect, effectIn, type OutcomeFigure, PLACES, type TrackCells } from './outcome-figure.js';
export { NEXT_STEPS, type Retirement, retirementOf, type RetirementState, type RetirementStep } from './retirement.js';
export { type Settling } from './settle.js';
export { type NowAndThen, supplyOutlook, type SupplyChange, type SupplyGround, type SupplyOutlook } from './supply.js';
export { type NamedEffect, shrunkenTogether } from './shrink.js';
export { type Waiting, waitingFor, type WaitingKind } from './waiting.js';
export { type DecisionKind, DECISIONS, type Strength, type TrackVerdict } from './verdict.js';
