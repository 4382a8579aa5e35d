import type * as z from 'zod'
import { connect, type GitHub } from '../adapters/github/connect.ts'
import { type Definition, type Report, type Runner, runAction } from '../adapters/runner/action.ts'
import { readConfig } from '../app/read-config.ts'
import type { Config } from '../domain/config/schema.ts'

/** Inputs that every action on a consumer's config has. */
interface Common {
  readonly token: string
  readonly environment?: string | undefined
}

/** An action once its config is known. */
type Run<I, O extends string> = (
  inputs: I,
  config: Config,
  github: GitHub,
  runner: Runner,
) => Promise<Report<O>>

/**
 * Run an action on the config of the default branch. Its own code is loaded while GitHub answers: a start-up is spent
 * waiting for others.
 */
export async function runConfigured<S extends z.ZodRawShape, O extends string>(
  definition: Definition<S, O>,
  load: () => Promise<{ readonly run: Run<z.infer<z.ZodObject<S>> & Common, O> }>,
): Promise<void> {
  await runAction(definition, async (read, runner) => {
    const inputs = read as typeof read & Common
    const github = connect(inputs.token, runner)
    const [config, [{ run }]] = await Promise.all([
      readConfig(github.repository, inputs.environment ?? ''),
      // Compiling holds the process: the request leaves first.
      runner.clock.sleep(SENT_MS).then(() => Promise.all([load(), loadParser()])),
    ])
    return run(inputs, config, github, runner)
  })
}

/** Milliseconds after which the first request is on its way. */
const SENT_MS = 5

/** What `readConfig` needs as soon as GitHub has answered. */
const loadParser = () => import('../domain/config/load.ts')
