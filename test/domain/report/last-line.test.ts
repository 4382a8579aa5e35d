import { spawnSync } from 'node:child_process'
import { expect, test } from '@jest/globals'
import { lastLine } from '../../../src/domain/report/last-line.ts'

/** What a program of this text complains. */
const complaint = (program: string) =>
  spawnSync(process.execPath, ['-e', program], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  }).stderr

test('the last line that was printed says what went wrong', () => {
  expect(lastLine(complaint('console.error("first"); console.error("no such slot")'))).toBe(
    'no such slot',
  )
  expect(lastLine('')).toBe('')
  expect(lastLine('x'.repeat(400))).toHaveLength(300)
})

test('an error that nobody caught is named, and not the version of Node.js below its stack', () => {
  expect(lastLine(complaint('throw new Error("no such slot")'))).toBe('Error: no such slot')
  expect(lastLine(complaint('new URL("/a", undefined)'))).toBe('TypeError: Invalid URL')
})
