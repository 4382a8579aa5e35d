/** The order of the test files: those that take long first, so that no worker is alone with one at the end. */
import TestSequencer from '@jest/test-sequencer'
import type { Test } from 'jest-runner'

const LONGEST = ['/workflows/', '/actions/', '/sandbox/']

// The package's types describe its CommonJS form; what is imported is the class itself.
const Base = TestSequencer as unknown as typeof TestSequencer.default

export default class LongestFirst extends Base {
  override async sort(tests: Test[]): Promise<Test[]> {
    const sorted = await super.sort(tests)
    return sorted.toSorted((one, other) => rank(one.path) - rank(other.path))
  }
}

function rank(path: string): number {
  const found = LONGEST.findIndex((part) => path.includes(part))
  return found === -1 ? LONGEST.length : found
}
