/**
 * The order of the test files: workflows take longest and begin early, but one after the other, because they measure how
 * fast a service answers; actions and the sandbox stand between them.
 */
import TestSequencer from '@jest/test-sequencer'
import type { Test } from 'jest-runner'

const LONGEST = ['/actions/', '/sandbox/']
/** Other files for each workflow's. */
const BETWEEN = 5

// The package's types describe its CommonJS form; what is imported is the class itself.
const Base = TestSequencer as unknown as typeof TestSequencer.default

export default class LongestFirst extends Base {
  override async sort(tests: Test[]): Promise<Test[]> {
    const sorted = await super.sort(tests)
    const workflows = sorted.filter(isWorkflow)
    const others = sorted.filter((one) => !isWorkflow(one)).toSorted((a, b) => rank(a) - rank(b))
    const turns = workflows.flatMap((one) => [one, ...others.splice(0, BETWEEN)])
    return [...turns, ...others]
  }
}

const isWorkflow = ({ path }: Test) => path.includes('/workflows/')

function rank({ path }: Test): number {
  const found = LONGEST.findIndex((part) => path.includes(part))
  return found === -1 ? LONGEST.length : found
}
