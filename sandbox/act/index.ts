/** Runs GitHub workflows of a consumer's repository under act 0.2.89 in host mode, with GitHub's semantics. */
export type { Grace } from './cancellation.ts'
export type { Environment, RunOptions, Tools, Urls } from './options.ts'
export type {
  Annotation,
  JobRun,
  Result,
  RunEvent,
  StepRun,
  Summary,
  WorkflowRun,
} from './outcome.ts'
export type { Access, Permissions } from './permissions.ts'
export { preflight } from './preflight/index.ts'
export { runWorkflow } from './run.ts'
export { type CallTree, loadCallTree } from './tree/call-tree.ts'
