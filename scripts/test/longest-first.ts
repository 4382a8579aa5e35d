/**
 * The order of the test files: workflows take longest and begin early, but one after the other, because they measure how
 * fast a service answers; actions and the sandbox stand between them. With `--randomize` both kinds come in an order of
 * the seed.
 */
import { createHash } from 'node:crypto'
import TestSequencer from '@jest/test-sequencer'
import type { Test } from 'jest-runner'

const LONGEST = ['/actions/', '/sandbox/']
/** Other files for each workflow's. */
const BETWEEN = 5

// The package's types describe its CommonJS form; what is imported is the class itself.
const Base = TestSequencer as unknown as typeof TestSequencer.default

type Options = ConstructorParameters<typeof Base>[0]

export default class LongestFirst extends Base {
  readonly #randomize: boolean
  readonly #seed: number

  constructor(options: Options) {
    super(options)
    this.#randomize = options.globalConfig.randomize ?? false
    this.#seed = options.globalConfig.seed
  }

  override async sort(tests: Test[]): Promise<Test[]> {
    const sorted = this.#randomize
      ? shuffled(tests, this.#seed)
      : longestFirst(await super.sort(tests))
    const workflows = sorted.filter(isWorkflow)
    const others = sorted.filter((one) => !isWorkflow(one))
    const turns = workflows.flatMap((one) => [one, ...others.splice(0, BETWEEN)])
    return [...turns, ...others]
  }
}

const longestFirst = (tests: Test[]) => tests.toSorted((a, b) => rank(a) - rank(b))

function shuffled(tests: readonly Test[], seed: number): Test[] {
  const key = ({ path }: Test) => createHash('sha256').update(`${seed} ${path}`).digest('hex')
  return tests.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

const isWorkflow = ({ path }: Test) => path.includes('/workflows/')

function rank({ path }: Test): number {
  const found = LONGEST.findIndex((part) => path.includes(part))
  return found === -1 ? LONGEST.length : found
}
