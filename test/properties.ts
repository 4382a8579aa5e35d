/** Properties are tried on the same inputs each time, and in the long tests on those of the commit. */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.RELEASE_ACTIONS_SEED ?? 13) })

export default fc
