/** Name of the evidence that the router has the weights of the stage. */
export const WEIGHTS = 'weights'
/** Name of the evidence that the new version answers in its slot. */
export const VERSION = 'version'
/** Name of the evidence that Sentry knows the release. */
export const SENTRY_RELEASE = 'sentry-release'
/** Ends the name of a limit by input whose metric's name is that of an objective. */
export const BY_INPUT = '-by-input'
