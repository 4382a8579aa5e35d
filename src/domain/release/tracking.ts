/** The checklist of the tracking issue: job of the pipeline → what it means to people, in order. */
export const CHECKLIST = [
  ['pre-flight-validation', 'Pre-flight validation'],
  ['performance-regression-check', 'Performance comparison'],
  ['enhanced-smoke-tests', 'Smoke tests of the new version'],
  ['release-verification', 'Release verification'],
  ['observability-gate', 'Observability gate'],
  ['deploy-release', 'Deployment'],
  ['post-deployment-validation', 'Post-deployment validation'],
  ['setup-rollback-readiness', 'Rollback readiness'],
] as const

export const TRACKING_LABELS = ['release-pipeline', 'in-progress'] as const
