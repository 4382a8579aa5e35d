/** The calls of the ports that faults can strike. */
export const SITES = [
  'issues.create',
  'issues.get',
  'issues.list',
  'issues.newest',
  'issues.update',
  'ledger.commit',
  'ledger.create',
  'ledger.files',
  'ledger.head',
  'metrics.read',
  'releases.get',
  'releases.publish',
  'repository.permission',
  'repository.rules',
  'repository.tag',
  'router.shift',
  'router.weights',
  'slot.start',
  'slot.version',
]
export const FAULTS = ['fail-before', 'fail-after', 'crash-before', 'crash-after']
