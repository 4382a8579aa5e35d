import '../adapters/runner/jitless.ts'
import type * as z from 'zod'
import { connect, type GitHub } from '../adapters/github/connect.ts'
import { type Definition, type Report, type Runner, runAction } from '../adapters/runner/action.ts'
import { readConfig } from '../app/read-config.ts'
import type { Which } from '../domain/config/product.ts'
import type { Config } from '../domain/config/schema.ts'
import { whichProduct } from '../domain/inputs.ts'
import { refuseForeignEvent } from './foreign-event.ts'

/** Inputs that every action on a consumer's config has. */
interface Common {
  readonly token: string
  readonly environment?: string | undefined
  readonly 'dry-run'?: boolean | undefined
}

/** An action once its config is known. */
type Run<I, O extends string> = (
  inputs: I,
  config: Config,
  github: GitHub,
  runner: Runner,
) => Promise<Report<O>>

/** What an action on a consumer's config is. */
interface Configured<S extends z.ZodRawShape, O extends string> extends Definition<S, O> {
  /** It changes something outside, unless it is a dry run. */
  readonly changes?: true
  /** It looks at every product where none is named. */
  readonly anyProduct?: true
}

/** Run an action on the config of the default branch. */
export async function runConfigured<S extends z.ZodRawShape, O extends string>(
  definition: Configured<S, O>,
  load: () => Promise<{ readonly run: Run<z.infer<z.ZodObject<S>> & Common, O> }>,
): Promise<void> {
  await runAction(definition, async (read, runner) => {
    const inputs = read as typeof read & Common
    if (definition.changes && !inputs['dry-run']) refuseForeignEvent(runner.context.eventName)
    const which = { ...whichProduct(inputs), ...(definition.anyProduct && { any: true as const }) }
    const { config, github, code } = await besideConfig(inputs, runner, load, which)
    return code.run(inputs, config, github, runner)
  })
}

/**
 * The config of the default branch, and the action's own code, loaded while GitHub answers: a start-up is spent waiting
 * for others.
 * @throws Failure
 */
export async function besideConfig<T>(
  inputs: Common,
  runner: Runner,
  load: () => Promise<T>,
  which: Which = whichProduct({ ...inputs }),
) {
  const sent = Promise.withResolvers<void>()
  const github = connect(inputs.token, runner, sent.resolve)
  const reading = readConfig(github.repository, inputs.environment ?? '', which)
  // Compiling holds the process: the request leaves first, and a refusal that comes at once needs none of it.
  await Promise.race([reading, sent.promise.then(() => runner.clock.sleep(AT_ONCE_MS))])
  const [config, code] = await Promise.all([reading, load(), loadParser()])
  return { config, github, code }
}

/** Milliseconds in which GitHub itself never answers, but a server on the same machine does. */
const AT_ONCE_MS = 5

/** What `readConfig` needs as soon as GitHub has answered. */
const loadParser = () => import('../domain/config/load.ts')
