/**
 * The Node environment of jest, which also sees what a test file leaves open and writes it down for scripts/test, and
 * keeps the order of files that play a story (`@story` in their first comment) also with `--randomize`.
 */
import { appendFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment'
import type { Circus } from '@jest/types'
import { TestEnvironment } from 'jest-environment-node'

const SETTLE_MS = 2000

/** What keeps this process alive right now, by kind. */
function openNow(): Map<string, number> {
  const counts = new Map<string, number>()
  for (const kind of process.getActiveResourcesInfo()) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}

export default class QuietEnvironment extends TestEnvironment {
  readonly #file: string
  readonly #playsStory: boolean
  #before = new Map<string, number>()

  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    super(config, context)
    this.#file = context.testPath
    this.#playsStory = 'story' in context.docblockPragmas
    // A thousand processes that tests start run the same few files. jest itself would only pay for keeping what it compiled.
    const { RELEASE_ACTIONS_COMPILED: compiled } = process.env
    if (compiled !== undefined) this.global.process.env.NODE_COMPILE_CACHE = compiled
  }

  override async setup(): Promise<void> {
    await super.setup()
    // Node opens its own streams on first use: that a test file was the first is no left-over of it.
    void [process.stdin, process.stdout, process.stderr]
    this.#before = openNow()
  }

  /** Called by jest-circus, whose state decides of the order. */
  readonly handleTestEvent: Circus.EventHandler = ({ name }, state) => {
    if (name === 'setup' && this.#playsStory) state.randomize = false
  }

  /** A server that is closing gets a moment; what is open after it was left open. */
  override async teardown(): Promise<void> {
    const end = performance.now() + SETTLE_MS
    while (this.#leftOpen().length > 0 && performance.now() < end)
      await delay(20, undefined, { ref: false })
    const left = this.#leftOpen()
    const log = process.env.RELEASE_ACTIONS_OPEN_HANDLES
    if (left.length > 0 && log !== undefined)
      appendFileSync(log, `${this.#file}: ${left.join(', ')}\n`)
    await super.teardown()
  }

  #leftOpen(): string[] {
    return [...openNow()]
      .filter(([kind, count]) => count > (this.#before.get(kind) ?? 0))
      .map(([kind, count]) => `${count - (this.#before.get(kind) ?? 0)} ${kind}`)
  }
}
