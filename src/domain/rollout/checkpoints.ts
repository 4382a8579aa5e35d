/** The checklists of a release, one idea a line: what people have to have seen to before the next phase begins. */

/** In their order: each is complete before the next one begins. */
export const CHECKPOINTS = ['prepared', 'pre-checked', 'post-checked', 'closed'] as const
export type Checkpoint = (typeof CHECKPOINTS)[number]

/** From when on an item can be true. */
export type Since = 'planned' | 'first-weight' | 'all-traffic' | 'completed' | 'rolled-back'

export interface Item {
  readonly id: string
  /** What is true when it is done. */
  readonly text: string
  readonly since: Since
}

const list = (since: Since, items: Readonly<Record<string, string>>): readonly Item[] =>
  Object.entries(items).map(([id, text]) => ({ id, text, since }))

const PREPARED = list('planned', {
  changelog: 'The changelog is complete',
  version: 'The version is right: Git tag and image',
  tests: 'All tests pass: unit, integration, end to end',
  'rollback-plan': 'The rollback plan is ready',
  'stakeholders-informed': 'Stakeholders are informed, 24 h before',
  'draft-recorded': 'Audit: the release is recorded as a draft',
})

const PRE_CHECKED = list('planned', {
  migrations: 'Database migrations are checked by a dry run',
  'schema-breaks': 'Breaking changes of the schema are documented',
})

const DURING = list('first-weight', {
  'health-green': 'Health checks are green',
  'monitoring-active': 'Monitoring is active: error rate, latency, lag',
  'stages-as-planned': 'The stages follow the plan',
  'logs-watched': 'Logs are watched for errors and warnings',
  'progress-told': 'Notifications are sent: start and progress',
  'stages-recorded': 'Audit: every stage is recorded',
})

const AFTER = list('all-traffic', {
  'smoke-tests': 'Smoke tests are done',
  'kpi-comparison': 'The comparison of the figures is analysed',
  integrity: 'The integrity check has passed',
})

const CLOSED = list('completed', {
  'notes-published': 'The release notes are published',
  'success-told': 'Stakeholders know of the success',
  'completion-recorded': 'Audit: the release is recorded as completed',
  'retrospective-planned': 'The retrospective is planned',
})

const CLOSED_AFTER_ROLLBACK = list('rolled-back', {
  'reason-documented': 'The reason of the rollback is documented',
  'down-migrations': 'Down migrations are done',
  'flags-off': 'Feature flags are off',
  'incident-report': 'The incident report is written',
  'rollback-told': 'Stakeholders know of the rollback',
  'rollback-recorded': 'Audit: the rollback is recorded',
  'post-mortem-planned': 'The post-mortem is planned',
})

/** The items of a checkpoint; those of the last one follow from how the release ended. */
export function itemsOf(checkpoint: Checkpoint, isRolledBack: boolean): readonly Item[] {
  if (checkpoint === 'prepared') return PREPARED
  if (checkpoint === 'pre-checked') return PRE_CHECKED
  if (checkpoint === 'post-checked') return [...DURING, ...AFTER]
  return isRolledBack ? CLOSED_AFTER_ROLLBACK : CLOSED
}
